"""Editors find pages, files and topics by any form of a word, with or without its diacritics, and by its beginning."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection, Locale, Page
from wagtail.search.backends import database, get_search_backend
from wagtail.search.models import IndexEntry

from programme.models import Topic
from site_core.media.models import SiteDocument, SiteImage
from site_core.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db

LISTS = {
    "explorer": lambda: reverse("wagtailadmin_explore_root"),
    "search": lambda: reverse("wagtailadmin_pages:search"),
    "chooser": lambda: reverse("wagtailadmin_choose_page_search"),
}


@pytest.fixture
def draft(home: HomePage) -> Callable[..., StandardPage]:
    """A page that has never been published."""

    def make(title: str, code: str = "pl") -> StandardPage:
        parent = home if code == "pl" else home.get_translation(Locale.objects.get(language_code=code))
        page = StandardPage(title=title, summary="…", live=False, locale=parent.locale)
        return parent.add_child(instance=page)

    return make


@pytest.fixture
def found(signed_in: Callable[[str], Client]) -> Callable[..., list[str]]:
    """Titles in one of the admin's lists of pages, in their order."""

    def find(typed: str, where: str = "chooser", who: str = "editor", **also: Any) -> list[str]:
        answer = signed_in(who).get(LISTS[where](), {"q": typed, **also})
        assert answer.status_code == 200
        pages = answer.context["pages" if where == "chooser" else "object_list"]
        return [page.get_admin_display_title() for page in pages]

    return find


@pytest.mark.parametrize("where", LISTS)
@pytest.mark.parametrize(
    "typed",
    [
        "Szklarnie",
        "szklarnia",
        "szklarniach",
        "szklarn",
        "SZKLARNIE za",
        "bluszcz",
        "za bluszczami",
        "bluszczow",
    ],
)
def test_a_polish_draft(
    draft: Callable[..., StandardPage], found: Callable[..., list[str]], typed: str, where: str
) -> None:
    draft("Szklarnie za bluszczem")
    assert found(typed, where) == ["Szklarnie za bluszczem"]


@pytest.mark.parametrize(
    ("code", "title", "typed"),
    [
        ("pl", "Żółta łódź podwodna", "zolta lodz"),
        ("pl", "Pieśń o ziemi", "piesni"),
        ("uk", "Теплиця за плющем", "теплиці"),
        ("uk", "П’ята теплиця", "п'ятою"),
        ("be", "Цяпліца за плюшчом", "цяпліцы"),
        ("en", "The greenhouses behind the ivy", "greenhouse"),
        ("ar", "البيوت الزجاجية", "بيوت"),
        ("pl-simple", "Szklarnia i bluszcz", "szklarni"),
    ],
)
def test_in_every_language(
    draft: Callable[..., StandardPage],
    found: Callable[..., list[str]],
    code: str,
    title: str,
    typed: str,
) -> None:
    draft(title, code)
    assert title in found(typed)


def test_all_of_the_words_are_wanted(
    draft: Callable[..., StandardPage], found: Callable[..., list[str]]
) -> None:
    draft("Szklarnie za bluszczem")
    assert found("szklarnie paproć") == []
    assert found('"bluszczem" szklarnie', "search") == ["Szklarnie za bluszczem"]


def test_the_words_as_they_were_typed_come_first_and_then_the_shortest_title(
    draft: Callable[..., StandardPage], found: Callable[..., list[str]]
) -> None:
    for title in ("Szklarnia u nas", "Szklarni", "Szklarnia pod starym bluszczem", "Szklarniany dach"):
        draft(title)
    in_order = found("szklarnia")
    assert in_order[:2] == ["Szklarnia u nas", "Szklarnia pod starym bluszczem"]
    assert sorted(in_order[2:]) == ["Szklarni", "Szklarniany dach"]


def test_a_published_page_by_the_title_its_draft_has_and_by_its_own(
    draft: Callable[..., StandardPage], found: Callable[..., list[str]]
) -> None:
    page = draft("Szklarnie za bluszczem")
    page.save_revision().publish()
    page = Page.objects.get(pk=page.pk).specific
    page.title = "Oranżerie za bluszczem"
    page.save_revision()
    assert found("oranżeria") == found("szklarnia") == ["Oranżerie za bluszczem"]


def test_a_deleted_page_is_not_found(
    draft: Callable[..., StandardPage], found: Callable[..., list[str]]
) -> None:
    page = draft("Szklarnie za bluszczem")
    assert found("szklarnia")
    page.delete()
    assert found("szklarnia") == []


def test_who_may_not_see_a_page_does_not_find_it(
    draft: Callable[..., StandardPage], found: Callable[..., list[str]]
) -> None:
    """Authors of an organisation see its own part of the tree; choosers show every page, as Wagtail's do."""
    draft("Szklarnie za bluszczem")
    assert found("szklarnia", "search") == ["Szklarnie za bluszczem"]
    assert found("szklarnia", "search", who="ngo-author") == []


def test_a_list_that_is_put_in_another_order_stays_in_it(
    draft: Callable[..., StandardPage], found: Callable[..., list[str]]
) -> None:
    titles = ["Ostatnia szklarnia", "Druga szklarnia za bluszczem", "A szklarni nie ma"]
    for title in titles:
        draft(title)
    assert found("szklarnia", "search", ordering="title") == sorted(titles)


def test_documents_and_pictures(signed_in: Callable[[str], Client]) -> None:
    document, image = SiteDocument.objects.first(), SiteImage.objects.first()
    assert document is not None
    assert image is not None
    SiteDocument.objects.filter(pk=document.pk).update(title="Scenariusz lekcji o szklarniach")
    SiteDocument.objects.get(pk=document.pk).save()
    image.title = "Żółte szklarnie"
    image.tags.add("paprocie")
    image.collection = Collection.get_first_root_node()
    image.save()
    editor = signed_in("editor")
    for address, typed, wanted in (
        ("wagtaildocs:index", "szklarnia", document.pk),
        ("wagtaildocs_chooser:choose", "scenariusze szkl", document.pk),
        ("wagtailimages:index", "zolta szklarnia", image.pk),
        ("wagtailimages_chooser:choose", "paproci", image.pk),
    ):
        shown = editor.get(reverse(address), {"q": typed}).context
        results = shown["object_list"] if "object_list" in shown else shown["results"]
        assert [each.pk for each in results] == [wanted], address


def test_topics(signed_in: Callable[[str], Client]) -> None:
    topic = Topic.objects.filter(locale__language_code="pl").first()
    assert topic is not None
    topic.name = "Uprawa paproci"
    topic.save()
    address = reverse(Topic.snippet_viewset.get_url_name("list"))
    answer = signed_in("administrator").get(address, {"q": "paproć", "locale": "pl"})
    assert [each.pk for each in answer.context["object_list"]] == [topic.pk]


def test_deleting_all_that_a_list_shows_deletes_no_more_and_no_less(
    signed_in: Callable[[str], Client],
) -> None:
    """Wagtail lists by beginnings of words, and collects what to delete by whole ones."""
    document = SiteDocument.objects.first()
    assert document is not None
    document.title = "Scenariusz lekcji o szklarniach"
    document.save()
    address = reverse("wagtail_bulk_action", args=["site_core", "sitedocument", "delete"])
    answer = signed_in("editor").get(address, {"id": "all", "q": "scenariusze szkl"})
    assert [each["item"].pk for each in answer.context["items"]] == [document.pk]


@pytest.mark.slow
def test_an_index_that_wagtail_filled_is_filled_anew(
    draft: Callable[..., StandardPage], found: Callable[..., list[str]]
) -> None:
    """A site that was there before editors found inflected words; or one that other dictionaries were installed on."""
    page, gone = draft("Szklarnie za bluszczem"), draft("Szklarnie na dachu")
    stock = database.SearchBackend({})
    for each in (page, gone):
        stock.delete(each)
        stock.add(each)
    Page.objects.filter(pk=gone.pk).update(title="…", draft_title="…")
    assert found("szklarnia") == []
    call_command("index_search", stdout=StringIO())
    assert found("szklarnia") == ["Szklarnie za bluszczem"]


def test_what_stands_in_the_index_is_not_written_again(draft: Callable[..., StandardPage]) -> None:
    """Drafts are saved every few seconds, and their titles rarely change."""
    page = draft("Szklarnie za bluszczem")
    with CaptureQueriesContext(connection) as asked:
        get_search_backend().add(page)
    assert [query["sql"].split()[0] for query in asked.captured_queries] == ["SELECT", "SELECT"]


def test_texts_of_pages_are_not_in_it(draft: Callable[..., StandardPage]) -> None:
    """They are long; readers search an index of their own."""
    page = draft("Szklarnie za bluszczem")
    page.summary = "Oranżeria"
    page.save()
    entry = IndexEntry.objects.get(object_id=str(page.pk), content_type=page.content_type)
    assert "oranz" not in str(entry.autocomplete)
    assert not entry.title
    assert not entry.body


def test_what_was_counted_by_kind_is_not_counted_again(django_assert_num_queries: Callable) -> None:
    by_kind = Page.objects.all().autocomplete("s")
    counts = by_kind.facet("content_type_id")
    with django_assert_num_queries(0):
        assert by_kind.count() == sum(counts.values())
    assert by_kind.count() == Page.objects.all().autocomplete("s").count() > len(counts)
