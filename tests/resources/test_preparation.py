"""A teacher with ten minutes meets what to prepare before how the lesson goes."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from resources.models import ResourcePage
from site_core.languages.addresses import page_address

pytestmark = pytest.mark.django_db

LED = ("lesson_plan", "worksheets", "exercises", "slides", "game")


@pytest.mark.slow
def test_what_to_prepare_stands_before_the_course_in_every_language(reader: Client) -> None:
    lessons = ResourcePage.objects.live().filter(resource_kind__in=LED).select_related("locale")
    assert {lesson.locale.language_code for lesson in lessons} >= {"pl", "en", "uk"}
    for lesson in lessons:
        main = BeautifulSoup(reader.get(page_address(lesson)).content, "html.parser").select_one("main")
        order = [part.get("id") or "course" for part in main.select("#files, #bring, #note, .steps")]
        assert order[:4] == ["files", "bring", "note", "course"], page_address(lesson)
        assert main.select_one("#bring").find_next_sibling("p").text.strip()


def test_who_looks_for_help_meets_the_text_first(reader: Client) -> None:
    """A guide is read by the person it is for; advice for those who hand it out can wait."""
    guide = ResourcePage.objects.get(slug="co-moge-zrobic", locale__language_code="pl")
    main = BeautifulSoup(reader.get(page_address(guide)).content, "html.parser").select_one("main")
    order = [part.get("id") or "text" for part in main.select("#note, .steps")]
    assert order[0] == "text"
    assert order[-1] == "note"
