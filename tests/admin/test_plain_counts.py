"""Counts and days of the admin read well in Polish."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.organisations import actions

pytestmark = pytest.mark.django_db


def shown(client: Client, name: str, **query: str) -> str:
    return client.get(reverse(name), query, headers={"accept-language": "pl"}).content.decode()


def test_the_count_of_a_list_asks_no_word_for_another_form(signed_in: Callable[[str], Client]) -> None:
    text = shown(signed_in("editor"), "campaigns:index", state="ended")
    assert "Kampanie: " in text
    assert "0 kampanie" not in text
    assert " kampanie<" not in text


@pytest.mark.slow
def test_the_report_of_translations_has_no_english_filter(signed_in: Callable[[str], Client]) -> None:
    text = shown(signed_in("editor"), "wagtail_localize:translations_report", target_locale="uk")
    assert "arget locale" not in text
    assert "Source locale" not in text
    assert "Na język" in text
    assert "Z języka" in text


@pytest.mark.slow
def test_the_translation_editor_writes_no_english_month(signed_in: Callable[[str], Client]) -> None:
    page = actions.campaign("uk")
    text = signed_in("editor").get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert page.last_published_at.strftime("%d.%m.%Y") in text
    assert page.last_published_at.strftime("%B %Y") not in text
