"""What a reader is told of a version that is behind its source: when, how much, where, and what the source says."""

import json
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from site_core.languages.addresses import page_address
from site_core.languages.freshness import Freshness, freshness_of
from site_core.languages.status import State, statuses_of
from tests.site_core.translation.sources import Raw, first, publish, translate_again, with_body

pytestmark = pytest.mark.django_db

ABOUT = "O programie i o tej stronie"
WHERE = "Gdzie zgłosić? Ścieżki w Krakowie"


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    """Current in all its languages."""
    page = demo_page(WHERE)
    translate_again(page, "uk")
    return page


@pytest.fixture
def shown(reader: Client, demo_page: Callable[..., Page]) -> Callable[[str], str]:
    """What stands in `<main>` of the page in a language."""

    def read(code: str) -> str:
        text = reader.get(page_address(demo_page(WHERE, code))).content.decode()
        return text.split("<main", 1)[1].split("</main>", 1)[0]

    return read


def test_the_demonstration_shows_one_outdated_version(shown: Callable[[str], str]) -> None:
    text = shown("uk")
    assert text.index("notice--outdated") < text.index("<h1")
    assert "Польський текст змінено" in text
    assert "1 фрагмент цієї сторінки ще не оновлено." in text
    assert '<a href="/pl/materialy/gdzie-zglosic/" hreflang="pl">' in text
    assert text.count("passage-mark") == 1
    source = text.split("passage-source", 1)[1].split("</details>", 1)[0]
    assert '<div class="block prose" lang="pl" dir="ltr">' in source, "of one paragraph of several"
    assert "Zdjęcie nie jest potrzebne" in source
    assert not re.search(r"<h[1-6]", source), "headings of the source would stand in the outline twice"
    for code in ("pl", "en", "be", "ar"):
        assert "outdated" not in shown(code)
        assert "passage-mark" not in shown(code)


def data_of(text: str) -> dict:
    return json.loads(text.split('<script type="application/ld+json">')[1].split("</script>")[0])


@pytest.mark.slow
def test_board_notice_and_structured_data_say_the_same(
    reader: Client, polish: Page, demo_page: Callable[..., Page]
) -> None:
    def edit(raw: Raw) -> None:
        for block in [block for block in raw if block["type"] == "rich_text"][:2]:
            block["value"] = block["value"].replace("<p>", "<p>Teraz inaczej. ", 1)

    assert "creativeWorkStatus" not in data_of(
        reader.get(page_address(demo_page(WHERE, "uk"))).content.decode()
    )
    publish(polish, with_body(edit))
    text = reader.get(page_address(demo_page(WHERE, "uk"))).content.decode()
    status = statuses_of([polish.translation_key], ["uk"])[polish.translation_key]["uk"]
    data = data_of(text)
    assert (status.state, status.count) == (State.OUTDATED, 2)
    assert "2 фрагменти цієї сторінки" in text
    assert data["creativeWorkStatus"] == f"outdated: {status.count}"
    assert status.since is not None
    assert data["translationOfWork"]["dateModified"] == status.since.isoformat(timespec="seconds")
    assert data["translationOfWork"]["url"].endswith(page_address(polish))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "sentence"),
    [("uk", "2 фрагменти цієї сторінки"), ("be", "2 фрагменты"), ("ar", "مقطعان"), ("en", "2 passages")],
)
def test_every_reader_is_told_in_their_language(
    polish: Page, shown: Callable[[str], str], code: str, sentence: str
) -> None:
    def edit(page: Page) -> None:
        page.summary = "Nowe."
        page.search_description = "Nowe dla wyszukiwarek, których nikt na stronie nie widzi."
        with_body(lambda raw: first(raw, "steps")["value"].update(heading="Sześć rzeczy"))(page)

    publish(polish, edit)
    text = shown(code)
    assert sentence in text
    assert "Sześć rzeczy" in text.split("passage-source", 1)[1]


def change_phone(raw: Raw) -> None:
    first(raw, "contact_card")["value"]["phone"] = "113"


def test_whom_to_call_is_never_old(polish: Page, shown: Callable[[str], str]) -> None:
    publish(polish, with_body(change_phone))
    text = shown("uk")
    card = text.split("passage--replaced", 1)[1]
    assert 'href="tel:113"' in card
    assert '<div class="block block--contact_card" lang="pl" dir="ltr">' in card
    assert "Numer alarmowy" in card
    assert text.count('<p class="as-h3">Єдиний номер') + text.count(">Номер екстреної") == 0
    assert "passage-source" not in text


@pytest.mark.slow
def test_what_keeps_one_safe_is_never_old(polish: Page, shown: Callable[[str], str]) -> None:
    def warn(raw: Raw) -> None:
        first(raw, "callout")["value"]["title"] = "Niebezpieczeństwo: zadzwoń od razu"

    publish(polish, with_body(warn))
    text = shown("ar")
    assert "Niebezpieczeństwo: zadzwoń od razu" in text
    assert text.count("callout--safety") == 1, "the old one is gone"
    spoken = text.split("callout--safety", 1)[1].split("</p>", 1)[0]
    assert '<span class="unseen" lang="ar" dir="rtl">' in spoken, (
        "words of ours stay in the reader's language"
    )


@pytest.mark.slow
def test_a_helpline_that_is_no_more_is_not_shown(polish: Page, shown: Callable[[str], str]) -> None:
    assert "tel:986" in shown("uk").split("block--contact_card", 1)[1]

    def close(raw: Raw) -> None:
        raw[:] = [
            block
            for block in raw
            if not (block["type"] == "contact_card" and block["value"]["phone"] == "986")
        ]

    publish(polish, with_body(close))
    assert "contact-phone" not in shown("uk").split("passage--replaced", 1)[1].split("</div>", 1)[0]
    assert 'class="contact-phone" href="tel:986"' not in shown("uk")


@pytest.mark.slow
def test_what_is_new_in_the_source_stands_in_its_place(polish: Page, shown: Callable[[str], str]) -> None:
    new = {"type": "rich_text", "value": "<p>Całkiem nowe zdanie.</p>", "id": "new-one"}
    publish(polish, with_body(lambda raw: raw.insert(0, new)))
    text = shown("uk")
    assert text.index("Całkiem nowe zdanie.") < text.index("callout--safety")
    assert "Цей фрагмент поки що є лише в польському тексті." in text


def test_on_this_page_lists_nothing_twice(demo_page: Callable[..., Page], reader: Client) -> None:
    about = demo_page(ABOUT)
    publish(about, with_body(lambda raw: edit(first(raw, "rich_text"))))
    text = reader.get(page_address(demo_page(ABOUT, "uk"))).content.decode()
    ids = re.findall(r'<h2 id="(section-[^"]+)"', text)
    assert "passage-source" in text
    assert ids == list(dict.fromkeys(ids))
    assert not [anchor for anchor in ids if anchor.endswith("-2")]


def edit(block: dict) -> None:
    block["value"] = block["value"].replace("<p>", "<p>Inaczej. ", 1)


@pytest.mark.slow
def test_nothing_of_it_where_the_page_is_in_another_language_anyway(
    polish: Page, demo_page: Callable[..., Page], reader: Client
) -> None:
    publish(polish, with_body(change_phone))
    demo_page(WHERE, "ar").unpublish()
    english = demo_page(WHERE, "en")
    text = reader.get("/ar/" + page_address(english).split("/", 2)[2]).content.decode()
    assert "notice--language" in text
    assert "notice--outdated" not in text
    assert "passage-mark" not in text


@pytest.mark.slow
def test_nothing_of_a_source_that_has_become_private(polish: Page, shown: Callable[[str], str]) -> None:
    page = publish(polish, with_body(change_phone))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "tel:113" not in shown("uk")


@pytest.mark.slow
def test_one_question_for_many_pages(polish: Page) -> None:
    other = Page.objects.filter(locale__language_code="uk", live=True, depth__gt=2).exclude(
        translation_key=polish.translation_key
    )
    keys = [polish.translation_key, *other.values_list("translation_key", flat=True)]
    page = publish(polish, with_body(change_phone))
    with CaptureQueriesContext(connection) as captured:
        found = freshness_of(keys, "uk")
    assert len(captured) == 1
    assert set(found) == set(keys)
    assert [key for key, freshness in found.items() if freshness.count] == [page.translation_key]
    path = next(iter(found[page.translation_key].behind))
    assert found[page.translation_key] == Freshness(page.last_published_at, frozenset({path}))


@pytest.mark.slow
def test_a_reader_of_an_outdated_version_costs_one_query_more(polish: Page, reader: Client) -> None:
    address = page_address(
        Page.objects.get(translation_key=polish.translation_key, locale__language_code="uk")
    )

    def cost() -> int:
        reader.get(address)
        with CaptureQueriesContext(connection) as captured:
            reader.get(address)
        return len(captured)

    current = cost()
    publish(polish, with_body(change_phone))
    assert cost() == current + 1


@pytest.mark.slow
def test_texts_outside_the_body_are_marked_in_their_place(
    reader: Client, demo_page: Callable[..., Page]
) -> None:
    polish = demo_page("Słyszę? Reaguję.")
    translate_again(polish, "uk")

    def say_otherwise(page: Page) -> None:
        page.lead, page.aim = "Nowy lead & nic więcej.", "<p>Nowy <b>cel</b>.</p>"

    publish(polish, say_otherwise)
    text = reader.get(page_address(demo_page("Słyszę? Reaguję.", "uk"))).content.decode()
    assert "2 фрагменти цієї сторінки" in text
    lead, aim = text.index('class="lead"'), text.index('id="aim"')
    assert text.count("passage--text") == 2
    marks = [found.start() for found in re.finditer("passage--text", text)]
    assert lead < marks[0] < aim < marks[1]
    assert "<p>Nowy lead &amp; nic więcej.</p>" in text[marks[0] : aim]
    assert 'lang="pl" dir="ltr"' in text[marks[0] : aim]
    assert "<p>Nowy <b>cel</b>.</p>" in text[marks[1] :]
    assert "passage--text" not in reader.get(page_address(polish)).content.decode()
