"""Editors put a page first."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from site_core.languages.addresses import page_address
from site_core.languages.chains import languages_read
from site_core.models import PinnedPage
from site_core.search.asking.question import question
from site_core.search.curated.names import ADD_PIN, PINS
from site_core.search.query import asked_text
from site_core.search.results import Hit, pages_found

pytestmark = pytest.mark.django_db

TITLE = "Słyszę? Reaguję."


def hits(text: str, reader: str = "pl") -> list[Hit]:
    return pages_found(question(asked_text(text), reader), languages_read(reader))


@pytest.fixture
def pinned(demo_page: Callable[..., Page]) -> Page:
    """A page that says nothing of kohlrabi."""
    page = demo_page(TITLE)
    PinnedPage.objects.create(
        language_code="pl",
        question="kalarepa w szkole",
        translation_key=page.translation_key,
        reason="Bo tak.",
    )
    return page


@pytest.mark.parametrize(
    "text", ["kalarepa w szkole", "KALAREPY w szkołach?", "szkole kalarepa", "kalarepe szkolach"]
)
def test_it_comes_first_in_any_form_of_the_words(pinned: Page, text: str) -> None:
    found = hits(text)
    assert (found[0].page_id, found[0].pinned) == (pinned.pk, True)
    assert len({hit.translation_key for hit in found}) == len(found)


@pytest.mark.parametrize("text", ["kalarepa", "kalarepa w szkole i w domu", "szkoła", "szkoła szkoła"])
def test_another_question_does_not_get_it(pinned: Page, text: str) -> None:
    assert not any(hit.pinned for hit in hits(text))


def test_it_is_for_who_reads_in_the_language_of_the_question(pinned: Page) -> None:
    assert not any(hit.pinned for hit in hits("kalarepa w szkole", "uk"))
    assert hits("kalarepa w szkole", "pl-simple")[0].pinned


def test_the_reader_is_shown_the_version_they_read(demo_page: Callable[..., Page], reader: Client) -> None:
    page = demo_page(TITLE, "uk")
    PinnedPage.objects.create(
        language_code="uk", question="кольрабі", translation_key=page.translation_key, reason="Чому ні?"
    )
    text = reader.get("/uk/search/?q=кольрабі").content.decode()
    assert page_address(page) in text
    assert "Чому ні?" in text


def test_what_is_withdrawn_is_not_shown(pinned: Page, reader: Client) -> None:
    shown = reader.get("/pl/search/?q=kalarepa+w+szkole")
    assert "Bo tak." in shown.content.decode()
    for version in Page.objects.filter(translation_key=pinned.translation_key):
        version.unpublish()
    answer = reader.get("/pl/search/?q=kalarepa+w+szkole")
    assert answer.context["pinned_groups"] == []
    assert "Bo tak." not in answer.content.decode()


def test_it_is_counted_once_and_narrowed_like_any_other(pinned: Page, reader: Client) -> None:
    found = reader.get("/pl/search/?q=kalarepa+w+szkole").context
    shown = [card.url for group in (*found["pinned_groups"], *found["groups"]) for card in group.cards]
    assert shown.count(page_address(pinned)) == 1
    campaigns = reader.get("/pl/search/?q=kalarepa+w+szkole&kind=campaign").context
    assert len(campaigns["pinned_groups"]) == 1
    events = reader.get("/pl/search/?q=kalarepa+w+szkole&kind=event").context
    assert events["pinned_groups"] == []


def form(page: Page, text: str = "kalarepa", code: str = "pl") -> dict[str, object]:
    return {"language_code": code, "question": text, "page": page.pk, "reason": ""}


def test_an_editor_pins_a_page_and_the_next_reader_sees_it(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page], reader: Client
) -> None:
    editor, page = signed_in("editor"), demo_page(TITLE)
    assert reader.get("/pl/search/?q=kalarepa").context["pager"].total == 0
    opened = editor.get(reverse(ADD_PIN), {"language": "pl", "question": "kalarepa"})
    assert 'value="kalarepa"' in opened.content.decode()
    assert editor.post(reverse(ADD_PIN), form(page)).status_code == 302
    assert reader.get("/pl/search/?q=kalarepą").context["pager"].total == 1
    listed = editor.get(reverse(PINS)).content.decode()
    assert TITLE in listed
    row = PinnedPage.objects.get()
    edit = reverse("pinned_pages:edit", args=[row.pk])
    assert TITLE in editor.get(edit).content.decode()
    assert editor.post(edit, form(page, "rzepa")).status_code == 302
    assert reader.get("/pl/search/?q=rzepa").context["pager"].total == 1
    editor.post(reverse("pinned_pages:delete", args=[row.pk]))
    assert reader.get("/pl/search/?q=rzepa").context["pager"].total == 0


def test_what_cannot_be_pinned_is_refused_in_words(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page], home: Page
) -> None:
    editor = signed_in("editor")
    pages = list(Page.objects.filter(depth__gt=3, locale=home.locale, live=True)[:4])

    def errors(data: dict[str, object]) -> dict[str, list[str]]:
        return dict(editor.post(reverse(ADD_PIN), data).context["form"].errors)

    assert set(errors(form(home))) == {"page"}
    assert set(errors(form(pages[0], "?!"))) == {"question"}
    assert set(errors(form(pages[0], code="xx"))) == {"language_code"}
    for number, page in enumerate(pages[:3]):
        assert editor.post(reverse(ADD_PIN), form(page)).status_code == 302
        assert set(errors(form(page, "Kalarepy"))) == ({"page"} if number < 3 else set())
    assert set(errors(form(pages[3], "kalarepie"))) == {"question"}
    assert PinnedPage.objects.count() == 3


@pytest.mark.parametrize("text", ["\x00", "x" * 10_000, "\"'%_", "\u202ekalarepa", "; DROP TABLE"])
def test_hostile_words_are_no_error(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page], text: str
) -> None:
    editor = signed_in("editor")
    assert editor.get(reverse(ADD_PIN), {"language": "pl", "question": text}).status_code == 200
    assert editor.post(reverse(ADD_PIN), form(demo_page(TITLE), text)).status_code in (200, 302)
    assert editor.get(reverse(PINS), {"q": text}).status_code == 200


@pytest.mark.parametrize("name", ["translator-uk", "ngo-author", "ngo-coordinator", "viewer"])
def test_it_is_the_editors_alone(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page], name: str
) -> None:
    client = signed_in(name)
    client.post(reverse(ADD_PIN), form(demo_page(TITLE)))
    assert not PinnedPage.objects.exists()
    assert client.get(reverse(PINS)).status_code == 302
