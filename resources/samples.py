"""Samples of the library's pages."""

from resources.models import ResourceIndexPage, ResourcePage
from site_core.samples import register_page_sample


def register() -> None:
    register_page_sample(ResourceIndexPage, lambda body: ResourceIndexPage(summary="Materiały.", body=body))
    register_page_sample(
        ResourcePage,
        lambda body: ResourcePage(
            summary="Scenariusz.",
            resource_kind="lesson_plan",
            stages=["primary_7_8"],
            minutes_min=45,
            materials="Kartki i mazaki",
            note_to_teachers="<p>Uwaga dla prowadzących.</p>",
            content_note="Mówi o przemocy.",
            body=body,
        ),
    )
