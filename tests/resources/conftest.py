"""A lesson, and a reader of a process that has it in memory."""

import pytest
from django.test import Client
from django.utils import timezone

from programme.models import Topic
from resources.models import ResourceIndexPage, ResourcePage
from tests.organisations.conftest import person, signed_in
from tests.resources.in_memory import NEW, Reader

__all__ = ["person", "signed_in"]


@pytest.fixture
def lesson() -> ResourcePage:
    """Another one in Polish, the newest; in the topics of all the others."""
    library = ResourceIndexPage.objects.get(locale__language_code="pl")
    page = ResourcePage(
        title=NEW,
        slug="lawka-rozmow",
        summary="Rozmawiamy.",
        resource_kind="game",
        stages=["adults"],
        minutes_min=30,
        licence="cc0-1.0",
        locale=library.locale,
        first_published_at=timezone.now(),
    )
    library.add_child(instance=page)
    page.topics = Topic.objects.filter(locale__language_code="pl")
    page.save()
    return page


@pytest.fixture
def readers(lesson: ResourcePage, client: Client) -> Reader:
    return Reader(client)
