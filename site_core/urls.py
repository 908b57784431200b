"""Addresses. Public ones begin with a language; what has none is for machines and editors."""

from django.urls import URLResolver, include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from site_core.languages.prefix import ReadingLanguagePrefix
from site_core.search.views import search
from site_core.serving import negotiate, serve_page

handler404 = "site_core.languages.not_found.page_not_found"

urlpatterns = [
    path("", negotiate, name="negotiate"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

urlpatterns += [
    URLResolver(
        ReadingLanguagePrefix(),
        [
            path("search/", search, name="search"),
            # Wagtail's own name: what in Wagtail reverses it keeps working.
            re_path(r"^(.*)$", serve_page, name="wagtail_serve"),
        ],
    ),
]
