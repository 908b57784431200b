"""The security headers of every answer, whoever made it: page, error, redirect, 304, static file, upload."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from site_core.security import policies

Handler = Callable[[HttpRequest], HttpResponseBase]

# Off for everybody, ourselves included. Only names that browsers know: an unknown one is an error in the
# console.
FEATURES_OFF = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in FEATURES_OFF)


class SecurityHeadersMiddleware:
    """Outermost of all, so that nothing leaves without headers.

    A view that knows better may set a header itself (an embed that may be framed, an image others may
    show); what it set is kept. A page preview is the exception: it has been through this chain once
    already, as a public page.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if getattr(request, "is_preview", False):
            # Wagtail runs a made-up request through the middleware; its answer is handed on by the admin
            # view.
            response.is_preview = True
        if getattr(response, "is_preview", False):
            allow_framing_by_the_editor(response)
        else:
            response.headers.setdefault("Content-Security-Policy", policies.header_value(policy_for(request)))
            if not getattr(response, "xframe_options_exempt", False):
                response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        response.headers.setdefault("Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        return response


def allow_framing_by_the_editor(response: HttpResponseBase) -> None:
    response.headers["Content-Security-Policy"] = policies.header_value(policies.PREVIEW)
    response.headers["X-Frame-Options"] = "SAMEORIGIN"


def policy_for(request: HttpRequest) -> policies.Policy:
    """By address: the admin, uploaded files, and everything else, which is public or a sign-in page."""
    path = request.path_info
    if path.startswith(settings.ADMIN_PATH):
        return policies.PREVIEW if is_block_preview(request) else policies.ADMIN
    if (
        path.startswith(settings.MEDIA_URL)
        and settings.MEDIA_URL.startswith("/")
        and settings.MEDIA_URL != "/"
    ):
        return policies.STORED_FILE
    return policies.PUBLIC


def is_block_preview(request: HttpRequest) -> bool:
    """The picture of a StreamField block in the block picker: framed like a page preview, but a view of its
    own.
    """
    match = request.resolver_match
    return match is not None and match.url_name == "wagtailadmin_block_preview"
