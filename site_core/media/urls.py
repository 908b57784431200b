"""`path("media/", include(media_urls))` and `path("documents/", include(document_urls))`, both outside the
languages.
"""

from __future__ import annotations

from django.urls import path, re_path
from django.views.generic import RedirectView
from wagtail.documents.views.serve import authenticate_with_password

from site_core.media.views import serve_document, serve_media

media_urls = [path("<path:path>", serve_media, name="serve_media")]
# The names are Wagtail's own: `document.url` and its password page look them up.
document_urls = [
    re_path(r"^(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    path(
        "authenticate_with_password/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    # Wagtail asks for this name before it looks at WAGTAIL_FRONTEND_LOGIN_URL; without it a private file is a
    # 500.
    path(
        "sign-in/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
        name="wagtailcore_login",
    ),
]
