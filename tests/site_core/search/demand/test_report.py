"""Editors see what is asked, and what is asked in vain."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from site_core.models import AskedQuestion, PinnedPage, SearchSynonyms
from site_core.search.demand.counting import Asked, count, month_of
from site_core.search.demand.forgetting import months_before
from site_core.search.demand.names import ASKED, ASKED_RESULTS
from site_core.search.demand.read import by_question, readable

pytestmark = pytest.mark.django_db


def asked(text: str, times: int = 5, code: str = "pl", found: int = 3, month: int = 0) -> None:
    now = timezone.now().replace(day=15, hour=10) - timedelta(days=30 * month)
    for number in range(times):
        count(Asked(text, code, found), now + timedelta(minutes=number))


def rows(client: Client, **filters: str) -> list[tuple[str, int, int]]:
    answer = client.get(reverse(ASKED), filters)
    return [(row["text"], row["asked"], row["results"]) for row in answer.context["object_list"]]


def test_popular_questions_come_first_and_rare_ones_not_at_all(signed_in: Callable[[str], Client]) -> None:
    asked("hejt", 6)
    asked("mowa nienawiści", 7)
    asked("ktoś inny", 4)
    editor = signed_in("editor")
    assert rows(editor) == [("mowa nienawiści", 7, 3), ("hejt", 6, 3)]
    page = editor.get(reverse(ASKED)).content.decode()
    assert "ktoś inny" not in page
    assert 'href="/pl/search/?q=mowa+nienawi' in page


def test_months_are_added_up_and_the_last_says_what_is_found(signed_in: Callable[[str], Client]) -> None:
    asked("hejt", 5, found=0, month=2)
    asked("hejt", 6, found=4)
    asked("stare", 5, month=2)
    editor = signed_in("editor")
    assert rows(editor) == [("hejt", 11, 4), ("stare", 5, 3)]
    assert rows(editor, period="month") == [("hejt", 6, 4)]
    assert [text for text, *_ in rows(editor, period="quarter")] == ["hejt", "stare"]
    assert rows(editor, period="previous") == []


def test_it_is_narrowed_by_language_and_to_what_found_nothing(signed_in: Callable[[str], Client]) -> None:
    asked("kalarepa", found=0)
    asked("hejt")
    asked("хейт", code="uk")
    editor = signed_in("editor")
    assert rows(editor, found="nothing") == [("kalarepa", 5, 0)]
    assert rows(editor, language="uk") == [("хейт", 5, 3)]
    assert rows(editor, found="something", language="pl") == [("hejt", 5, 3)]
    assert editor.get(reverse(ASKED_RESULTS), {"language": "'"}).status_code == 200


def test_a_row_leads_to_both_forms_and_says_what_was_done(
    signed_in: Callable[[str], Client], home: object
) -> None:
    asked("kalarepa w szkole", found=0)
    editor = signed_in("editor")
    page = editor.get(reverse(ASKED)).content.decode()
    for name in ("pinned_pages:add", "search_synonyms:add"):
        assert f'href="{reverse(name)}?language=pl&amp;question=kalarepa+w+szkole"' in page
    PinnedPage.objects.create(
        language_code="pl", question="szkoły, kalarepy", translation_key=home.translation_key
    )
    SearchSynonyms.objects.create(words={"pl": ["kalarepa", "hejt"]})
    answer = editor.get(reverse(ASKED)).context["object_list"][0]["answer"]
    assert (answer.pinned, answer.has_synonyms) == (1, True)


@pytest.mark.slow
def test_the_first_page_says_so_while_nobody_has_done_anything(
    signed_in: Callable[[str], Client], home: object
) -> None:
    editor = signed_in("editor")
    address = reverse(ASKED)

    def is_told() -> bool:
        return address + "?period=month" in editor.get(reverse("wagtailadmin_home")).content.decode()

    asked("hejt")
    assert not is_told()
    asked("kalarepa", found=0)
    assert is_told()
    PinnedPage.objects.create(language_code="pl", question="kalarepa", translation_key=home.translation_key)
    assert not is_told()


def many_rows(number: int) -> None:
    now = timezone.now()
    AskedQuestion.objects.bulk_create(
        AskedQuestion(
            digest=f"{number}-{month}-{row}",
            month=months_before(month_of(now.date()), month),
            language_code="pl",
            text=f"pytanie {number} {row}",
            times=5 + row,
            found=row,
            first_asked_on=now.date(),
            counted_at=now,
        )
        for row in range(number)
        for month in range(3)
    )


@pytest.mark.slow
def test_it_costs_the_same_of_many_questions(signed_in: Callable[[str], Client]) -> None:
    """Session, person and rights, the edition of what editors added, questions counted, and those of one page."""
    editor = signed_in("editor")

    def queries() -> int:
        editor.get(reverse(ASKED_RESULTS))
        with CaptureQueriesContext(connection) as context:
            assert editor.get(reverse(ASKED_RESULTS)).status_code == 200
        return len(context)

    many_rows(2)
    few = queries()
    many_rows(400)
    assert queries() == few == 8


LOOKED_UP = {
    "sqlite": r"SEARCH .* USING INDEX site_core_asked_text \(text=\? AND language_code=\?\)",
    "postgresql": r"using site_core_asked_text .*\n *Index Cond: .*text.* AND .*language_code",
}


def test_what_each_question_found_last_is_looked_up_in_an_index() -> None:
    """Else every row of the report would read the whole table, and the report as many as there are, times as many."""
    many_rows(200)
    rows = by_question(readable(timezone.localdate())).order_by("-asked")
    if connection.vendor == "postgresql":
        with (
            connection.cursor() as cursor
        ):  # of a table as small as this, it would read all of it in any case
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert re.search(LOOKED_UP[connection.vendor], rows.explain())


def test_it_can_be_taken_away_as_a_table(signed_in: Callable[[str], Client]) -> None:
    asked("hejt")
    answer = signed_in("editor").get(reverse(ASKED), {"export": "csv"})
    assert "hejt,Polski,5,3" in b"".join(answer.streaming_content).decode()


@pytest.mark.parametrize("name", ["translator-uk", "ngo-author", "ngo-coordinator", "viewer"])
def test_it_is_the_editors_alone(signed_in: Callable[[str], Client], name: str) -> None:
    asked("kalarepa", found=0)
    client = signed_in(name)
    for address in (ASKED, ASKED_RESULTS):
        assert client.get(reverse(address)).status_code == 302
    first = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse(ASKED) not in first
    assert AskedQuestion.objects.count() == 1
