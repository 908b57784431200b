"""The address of this room."""

from django.urls import URLPattern, path
from wagtail import hooks

from site_core.translation.changes.names import CHANGES
from site_core.translation.changes.view import ChangesView


@hooks.register("register_admin_urls")
def changes_urls() -> list[URLPattern]:
    return [path("translations/<int:translation_id>/changes/", ChangesView.as_view(), name=CHANGES)]
