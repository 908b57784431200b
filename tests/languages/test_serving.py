"""How an address becomes a page: language first, no aliases, no drafts, helpful where there is nothing."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Locale, Page, PageViewRestriction

from site_core.languages.addresses import page_address
from site_core.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("uk,en;q=0.5", "/uk/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("de", "/pl/"),
        ("ru,uk;q=0.8", "/uk/"),
        ("pl", "/pl/"),
        ("vi", "/pl/"),
        ("", "/pl/"),
        ("x" * 5000, "/pl/"),
        ("uk;q=nonsense", "/pl/"),
    ],
)
def test_the_root_negotiates_once(reader: Client, accepted: str, expected: str) -> None:
    answer = reader.get("/", HTTP_ACCEPT_LANGUAGE=accepted)
    assert (answer.status_code, answer.headers["Location"]) == (302, expected)
    assert answer.headers["Vary"] == "Accept-Language"


def test_nothing_else_listens_to_the_browsers_languages(reader: Client) -> None:
    answer = reader.get("/pl/", HTTP_ACCEPT_LANGUAGE="uk")
    assert answer.status_code == 200
    assert "Accept-Language" not in answer.headers.get("Vary", "")


def test_a_language_without_a_home_page_offers_the_others(reader: Client) -> None:
    answer = reader.get("/ru/")
    assert answer.status_code == 404
    text = answer.content.decode()
    assert '<html lang="pl"' in text, "furniture Russian readers can be given today, said to be Polish"
    assert 'href="/uk/"' in text
    assert 'href="/en/"' in text


def test_aliases_are_never_reachable(reader: Client, home: HomePage, locale: Callable[[str], Locale]) -> None:
    polish = home.add_child(
        instance=StandardPage(title="Nowa", slug="nowa", summary="Nowa.", locale=home.locale)
    )
    english = HomePage.objects.get(locale=locale("en"))
    alias = polish.create_alias(parent=english, update_slug="new", update_locale=locale("en"))
    assert alias.live
    assert reader.get("/pl/nowa/").status_code == 200
    assert reader.get("/en/new/").status_code == 404
    assert "/en/new/" not in reader.get("/pl/nowa/").content.decode()


def test_drafts_and_what_lies_below_an_unpublished_home_are_not_found(reader: Client, home: HomePage) -> None:
    draft = StandardPage(title="Szkic", slug="szkic", summary="Szkic.", locale=home.locale, live=False)
    home.add_child(instance=draft)
    assert reader.get("/pl/szkic/").status_code == 404
    HomePage.objects.get(locale__language_code="ar").unpublish()
    assert reader.get("/ar/").status_code == 404
    assert reader.get("/ar/al-hamalat/").status_code == 404


def test_a_private_page_asks_and_is_named_nowhere(reader: Client, demo_page: Callable[..., Page]) -> None:
    page = demo_page("Słyszę? Reaguję.")
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="tajne"
    )
    answer = reader.get(page_address(page))
    assert "Pięć bezpiecznych sposobów" not in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    for listing in ("/pl/", "/pl/kampanie/", "/pl/search/?q=reaguj%C4%99"):
        assert page_address(page) not in reader.get(listing).content.decode(), listing
    ukrainian = demo_page("Słyszę? Reaguję.", "uk")
    assert page_address(page) not in reader.get(page_address(ukrainian)).content.decode()


def test_an_address_without_its_slash_leads_to_the_one_with_it(reader: Client) -> None:
    answer = reader.get("/pl/kampanie")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/pl/kampanie/")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(reader: Client, method: str) -> None:
    assert getattr(reader, method)("/pl/").status_code == 405


def test_links_in_text_lead_to_the_readers_language(reader: Client, demo_page: Callable[..., Page]) -> None:
    ukrainian = reader.get("/uk/").content.decode()
    assert 'href="/pl/' not in ukrainian.split("<main")[1].split("</main>")[0]


def test_a_link_to_a_withdrawn_page_keeps_its_words_and_leads_nowhere(
    reader: Client, demo_page: Callable[..., Page]
) -> None:
    target = demo_page("Słyszę? Reaguję.")
    assert page_address(target) in reader.get("/pl/").content.decode()
    for version in target.get_translations(inclusive=True):
        version.unpublish()
    assert page_address(target) not in reader.get("/pl/").content.decode()


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/uk/kampanie/slysze-reaguje/", "/uk/kampanii/chuiu-reahuiu/"),
        ("/en/podii/kolo-dialohu/", "/en/events/dialogue-circle/"),
        ("/uk/materialy/?minutes=45", None),
        ("/en/materialy/?minutes=45&stage=primary_7_8", "/en/resources/?minutes=45&stage=primary_7_8"),
    ],
)
def test_changing_the_language_in_an_address_finds_the_page(
    reader: Client, asked: str, leads_to: str | None
) -> None:
    answer = reader.get(asked)
    if leads_to is None:
        assert answer.status_code == 200
        return
    assert (answer.status_code, answer.headers["Location"]) == (302, leads_to)
    assert reader.get(leads_to).status_code == 200


def test_a_foreign_address_never_leads_to_a_draft(reader: Client, demo_page: Callable[..., Page]) -> None:
    reader_address = "/uk/kampanie/slysze-reaguje/"
    Page.objects.filter(url_path__endswith="/chuiu-reahuiu/").update(live=False)
    answer = reader.get(reader_address)
    assert answer.status_code == 200
    assert '<h1 lang="pl"' in answer.content.decode()
