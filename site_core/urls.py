"""Addresses. Public ones begin with a language; what has none is for machines and editors."""

from django.urls import URLResolver, include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.views import authenticate_with_password

from site_core.languages.prefix import ReadingLanguagePrefix
from site_core.media.urls import document_urls, media_urls
from site_core.search.views import search, suggest
from site_core.serving import negotiate, serve_page
from site_core.sitemap import sitemap_index, sitemap_part
from site_core.translation.asking import ask_for, thanks

handler400 = "site_core.security.error_pages.bad_request"
handler403 = "site_core.security.error_pages.permission_denied"
handler404 = "site_core.languages.not_found.page_not_found"
handler429 = "site_core.security.error_pages.too_many_requests"  # allauth's limits look for it here
handler500 = "site_core.security.error_pages.server_error"

urlpatterns = [
    path("", negotiate, name="negotiate"),
    path("", include("site_core.health.urls")),
    path("", include("site_core.security.urls")),
    path("", include("site_core.style_page.urls")),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemap-<int:part>.xml", sitemap_part, name="sitemap_part"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(document_urls)),
    path("media/", include(media_urls)),
]

urlpatterns += [
    URLResolver(
        ReadingLanguagePrefix(),
        [
            path("search/", search, name="search"),
            path("search/suggestions/", suggest, name="suggestions"),
            path("ask-for/<uuid:key>/", ask_for, name="ask_for"),
            path("ask-for/<uuid:key>/thanks/", thanks, name="ask_for_thanks"),
            # Wagtail's own names: what in Wagtail reverses them keeps working.
            path(
                "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
                authenticate_with_password,
                name="wagtailcore_authenticate_with_password",
            ),
            re_path(r"^(.*)$", serve_page, name="wagtail_serve"),
        ],
    ),
]
