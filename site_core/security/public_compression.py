"""Compression of public text where no proxy does it: the demo's server stands alone, production has nginx."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class PublicCompressionMiddleware(GZipMiddleware):
    """
    Stands outside PublicCachingMiddleware, which says what is public, and inside WhiteNoise, whose files are
    compressed already.

    Guessing a secret from the size of compressed answers (BREACH) takes a secret in them. A public page holds none:
    it is made for nobody in particular, with no cookie and no token. Answers that are personal, the admin's and those
    of the sign-in pages, are never public and so never compressed here. Nor are downloads, which keep their length.
    """

    # Padding would hide the length of secrets; without it the same page is the same bytes.
    max_random_bytes = 0

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if is_public_text(response):
            return super().process_response(request, response)
        return response


def is_public_text(response: HttpResponseBase) -> bool:
    return (
        not response.streaming
        and "public" in response.headers.get("Cache-Control", "")
        and response.headers.get("Content-Type", "").startswith("text/")
    )
