"""What is told of a lesson changes: the next answer of a process that has the library in memory counts it so."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset

from programme.models import Topic
from resources.models import ResourceFile, ResourcePage
from site_core.journal.stamps import stamp_of
from tests.organisations.forms import page_form
from tests.resources.in_memory import NEW, PLACES, Reader, publish

pytestmark = pytest.mark.django_db


def document() -> int:
    return ResourceFile.objects.values_list("document", flat=True).first()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("facts", "before", "after"),
    [
        ({"stages": ["staff"]}, "stage=adults", "stage=staff"),
        ({"minutes_min": 60}, "minutes=30", "minutes=60"),
        ({"resource_kind": "video"}, "kind=game", "kind=video"),
        ({"licence": "cc-by-4.0"}, "licence=cc0-1.0", "licence=cc-by-4.0"),
    ],
)
def test_a_fact_changes(
    readers: Reader, lesson: ResourcePage, facts: dict[str, Any], before: str, after: str
) -> None:
    number = len(readers.library(f"?{before}"))
    assert NEW in readers.library(f"?{before}")
    publish(lesson, **facts)
    assert NEW not in readers.library(f"?{before}")
    assert len(readers.library(f"?{before}")) == number - 1
    assert NEW in readers.library(f"?{after}")


@pytest.mark.slow
def test_a_title_changes_the_order(readers: Reader, lesson: ResourcePage) -> None:
    assert readers.library()[0] != NEW
    publish(lesson, title="Aaa")
    assert readers.library()[0] == "Aaa"
    publish(lesson, title="Żżż")
    assert readers.library()[0] != "Aaa"
    assert "Żżż" in readers.library()


@pytest.mark.slow
def test_a_topic_is_taken_from_a_lesson_and_given_to_it(readers: Reader, lesson: ResourcePage) -> None:
    school = Topic.objects.get(slug="school", locale__language_code="pl")
    online = Topic.objects.get(slug="online", locale__language_code="pl")
    publish(lesson, topics=[school])
    assert NEW in readers.library("?topic=school")
    assert NEW not in readers.library("?topic=online")
    publish(lesson, topics=[])
    assert NEW not in readers.library("?topic=school")
    assert readers.sees(NEW) == {"/pl/materialy/", "/pl/"}
    page = ResourcePage.objects.get(pk=lesson.pk)
    page.topics.add(online)
    page.topics.commit()
    assert NEW in readers.library("?topic=online")
    assert readers.sees(NEW) == {*PLACES}


@pytest.fixture
def row(lesson: ResourcePage) -> Callable[[str], ResourceFile]:
    def add(language: str, second: str = "") -> ResourceFile:
        return ResourceFile.objects.create(
            page=lesson,
            document_id=document(),
            title="t",
            language=language,
            second_language=second,
            purpose="print",
        )

    return add


@pytest.mark.slow
def test_a_file_in_another_language_is_added_and_deleted(
    readers: Reader, row: Callable[..., ResourceFile]
) -> None:
    assert NEW not in readers.library("?language=vi")
    file = row("pl", "vi")
    assert NEW in readers.library("?language=vi")
    file.second_language = "ar"
    file.save()
    assert NEW not in readers.library("?language=vi")
    assert NEW in readers.library("?language=ar")
    file.delete()
    assert NEW not in readers.library("?language=ar")


@pytest.fixture
def send(lesson: ResourcePage, signed_in: Callable[[str], Client]) -> Callable[..., None]:
    """The form of the lesson."""
    editor, address = signed_in("editor"), reverse("wagtailadmin_pages:edit", args=[lesson.pk])

    def sent(files: dict[str, Any], **more: str) -> None:
        form = {"title": NEW, "slug": lesson.slug, "resource_kind": "game", "licence": "cc0-1.0"}
        form["note_to_teachers"] = "null"
        answer = editor.post(address, {**page_form(**form, files=files), **more})
        assert answer.status_code == 302, answer.context["form"].errors

    return sent


def vietnamese(**more: Any) -> dict[str, Any]:
    return {"language": "vi", "purpose": "print", "document": document(), **more}


PUBLISH = {"action-publish": "1"}


@pytest.mark.slow
def test_a_file_is_added_and_deleted_in_the_form_of_its_lesson(
    readers: Reader, lesson: ResourcePage, send: Callable[..., None]
) -> None:
    send(inline_formset([vietnamese()]), **PUBLISH)
    assert NEW in readers.library("?language=vi")
    file = ResourceFile.objects.get(page=lesson)
    send(inline_formset([vietnamese(id=file.pk, DELETE="on")], initial=1), **PUBLISH)
    assert not ResourceFile.objects.filter(page=lesson).exists()
    assert NEW not in readers.library("?language=vi")


def test_while_somebody_writes_a_lesson_that_is_not_public_nothing_is_made_anew(
    lesson: ResourcePage, send: Callable[..., None]
) -> None:
    """Wagtail saves its own row and those of its files then, every few seconds."""
    lesson.unpublish()
    before = stamp_of("library")
    send(inline_formset([vietnamese(), vietnamese()]))
    assert ResourceFile.objects.filter(page=lesson).count() == 2
    assert stamp_of("library") == before
    file = ResourceFile.objects.filter(page=lesson).first()
    ResourcePage.objects.get(pk=lesson.pk).save_revision().publish()
    published = stamp_of("library")
    assert published != before
    file.language = "ar"
    file.save()
    assert stamp_of("library") != published


@pytest.mark.slow
def test_a_topic_gets_another_name_and_another_code(readers: Reader) -> None:
    topic = Topic.objects.get(slug="online", locale__language_code="pl")
    with_it = readers.library("?topic=online")
    assert 0 < len(with_it) < len(readers.library())
    topic.name, topic.slug = "W sieci i poza nią", "net"
    topic.save()
    page = readers.opened("/pl/materialy/?topic=net")
    assert "W sieci i poza nią" in page.select_one(".chip").text
    assert readers.library("?topic=net") == with_it
    assert readers.library("?topic=online") == readers.library()
    topic.delete()
    assert readers.library("?topic=net") == readers.library()
