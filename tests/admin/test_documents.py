"""Documents say which language they are in, where they are listed and where one is chosen."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from site_core.media.models import SiteDocument

pytestmark = pytest.mark.django_db

CHOOSER = ["wagtaildocs_chooser:choose", "wagtaildocs_chooser:choose_results"]
LIST = ["wagtaildocs:index", "wagtaildocs:index_results"]


def asked(client: Client, name: str, **query: str) -> str:
    answer = client.get(reverse(name), query)
    return answer.json()["html"] if "json" in answer["Content-Type"] else answer.content.decode()


def languages_of_rows(html: str) -> set[str | None]:
    """None for a row that says no language."""
    table = BeautifulSoup(html, "html.parser").select_one("table:has(tbody bdi)")
    marks = [row.find("bdi") for row in table.select("tbody tr")]
    return {mark and mark["lang"] for mark in marks}


@pytest.mark.parametrize("name", CHOOSER + LIST)
def test_each_row_says_its_language_and_one_language_can_be_asked_for(
    signed_in: Callable[[str], Client], name: str
) -> None:
    editor = signed_in("editor")
    assert "Українська" in asked(editor, name, language="uk")
    assert languages_of_rows(asked(editor, name, language="uk")) == {"uk"}
    assert languages_of_rows(asked(editor, name, language="uk", q="Чую")) == {"uk"}
    assert len(languages_of_rows(asked(editor, name, p="1"))) > 1


@pytest.mark.parametrize("name", CHOOSER + LIST)
def test_a_file_of_which_nobody_said_the_language_has_a_dash(
    signed_in: Callable[[str], Client], name: str
) -> None:
    SiteDocument.objects.update(language="")
    rows = BeautifulSoup(asked(signed_in("editor"), name), "html.parser").select(
        "table:not(.w-dialog table) tbody tr:has(a[href*='/documents/'])"
    )
    assert rows
    assert all("–" in [cell.text.strip() for cell in row.find_all("td")] for row in rows)


@pytest.mark.parametrize("name", [CHOOSER[0], LIST[0]])
def test_both_offer_the_languages_by_their_own_names(signed_in: Callable[[str], Client], name: str) -> None:
    SiteDocument.objects.update(language="pl")
    assert "Беларуская" in asked(signed_in("editor"), name)
