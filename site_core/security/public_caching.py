"""Who may keep a copy of an answer, and for how long. The reasons are in docs/features/security.md."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers, cc_delim_re, patch_cache_control

from site_core.security.headers import Handler

KEEPABLE = {
    HTTPStatus.OK,
    HTTPStatus.NOT_MODIFIED,
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.PERMANENT_REDIRECT,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.GONE,
}


class PublicCachingMiddleware:
    """Stands just outside the session middleware.

    A reader carries no cookie, so the address alone is the key of a cached page: `Vary: Cookie`, which
    Django adds as soon as anything looks at the session, is taken away again when there was no session to
    look at. An answer that sets a cookie, or was made for somebody signed in, is never public. A view that
    set `Cache-Control` itself is believed.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            if is_personal(request, response):
                add_never_cache_headers(response)
            elif is_keepable(request, response):
                response.headers["Cache-Control"] = public_cache_control()
            else:
                patch_cache_control(response, private=True, no_cache=True)
        if "public" in response.headers["Cache-Control"]:
            forget_that_cookies_were_looked_for(response)
        return response


def is_personal(request: HttpRequest, response: HttpResponseBase) -> bool:
    path = request.path_info
    return (
        path.startswith((settings.ADMIN_PATH, settings.ACCOUNT_PATH))
        or settings.SESSION_COOKIE_NAME in request.COOKIES
        or bool(response.cookies)
        or getattr(request, "is_preview", False)
    )


def is_keepable(request: HttpRequest, response: HttpResponseBase) -> bool:
    return request.method in ("GET", "HEAD") and response.status_code in KEEPABLE


def public_cache_control() -> str:
    """Short freshness, long usefulness.

    `s-maxage` only where somebody purges: it forbids to serve stale (RFC 9111, 5.2.2.10).
    """
    parts = ["public", f"max-age={settings.PUBLIC_MAX_AGE}"]
    if settings.PUBLIC_SHARED_MAX_AGE is not None:
        parts.append(f"s-maxage={settings.PUBLIC_SHARED_MAX_AGE}")
    parts.append(f"stale-while-revalidate={settings.PUBLIC_STALE_WHILE_REVALIDATE}")
    parts.append(f"stale-if-error={settings.PUBLIC_STALE_IF_ERROR}")
    return ", ".join(parts)


def forget_that_cookies_were_looked_for(response: HttpResponseBase) -> None:
    names = [name for name in cc_delim_re.split(response.headers.get("Vary", "")) if name]
    kept = [name for name in names if name.lower() != "cookie"]
    if kept:
        response.headers["Vary"] = ", ".join(kept)
    elif names:
        del response.headers["Vary"]
