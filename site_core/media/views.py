"""How files leave the house: pictures under /media/, documents under /documents/."""

from __future__ import annotations

import posixpath
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe
from wagtail.documents.views import serve as wagtail_documents

from site_core.media.ranges import in_parts
from site_core.media.withheld import is_of_withheld_picture

_A_YEAR = "public, max-age=31536000, immutable"
_INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


@require_safe
def serve_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A rendition, 410 for one of a withdrawn picture, or 404.

    Originals, documents and half-done uploads have no direct address, guessed or not.

    Where nginx gives out /media/ itself, its rule has to say the same (docs/features/media.md).
    """
    kind = _TYPES.get(posixpath.splitext(path)[1].lower())
    clean = posixpath.normpath(path) == path and "\\" not in path and "\0" not in path
    if kind is None or not clean or not path.startswith(tuple(settings.PUBLIC_MEDIA_FOLDERS)):
        raise Http404
    try:
        response = FileResponse(default_storage.open(path), content_type=kind)
    except (FileNotFoundError, IsADirectoryError) as reason:
        if is_of_withheld_picture(path):
            return HttpResponse(status=HTTPStatus.GONE)
        raise Http404 from reason
    response["Cache-Control"] = _A_YEAR
    response["Content-Security-Policy"] = _INERT
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def serve_document(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """Wagtail's answer (its permission checks, its ETag), or the part of it that was asked for, in a stricter frame.

    A download is sandboxed. A PDF shown in the browser is not: viewers refuse to open one that is.
    """
    response = wagtail_documents.serve(request, *args, **kwargs)
    if "Content-Disposition" in response:
        shown = response["Content-Disposition"].startswith("inline")
        response["Content-Security-Policy"] = "default-src 'none'" + ("" if shown else "; sandbox")
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["X-Content-Type-Options"] = "nosniff"
    return in_parts(request, response)
