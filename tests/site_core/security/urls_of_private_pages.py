"""Wagtail's public addresses below a prefix of their own: they bring a sign-in view for private pages."""

from django.urls import include, path
from wagtail import urls as wagtail_urls

from site_core.urls import urlpatterns as urlpatterns_of_the_site

urlpatterns = [
    path("somewhere/", include(wagtail_urls)),
    *urlpatterns_of_the_site,
]
