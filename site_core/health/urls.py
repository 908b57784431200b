"""Included by site_core/urls.py at the root, outside the language prefixes."""

from django.urls import path

from site_core.health import views

urlpatterns = [
    path("healthz", views.alive, name="healthz"),
    path("readyz", views.ready, name="readyz"),
]
