"""Wagtail's own public addresses, which bring a sign-in view for private pages, below a prefix of their own."""

from django.urls import include, path
from wagtail import urls as wagtail_urls

urlpatterns = [
    path("somewhere/", include(wagtail_urls)),
    path("", include("site_core.urls")),
]
