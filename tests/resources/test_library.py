"""What a teacher, and somebody who was hurt, meet in the library."""

import re

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from wagtail.models import Locale

from resources.models import Kind, Licence, ResourcePage
from site_core.languages.addresses import page_address
from site_core.models import ReadingLanguage

pytestmark = pytest.mark.django_db


def opened(reader: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(reader.get(address).content, "html.parser")


def one(soup: BeautifulSoup, selector: str) -> Tag:
    found = soup.select(selector)
    assert len(found) == 1, selector
    return found[0]


def number_found(soup: BeautifulSoup) -> int:
    digits = re.search(r"\d+", one(soup, "#found").text)
    assert digits is not None
    return int(digits[0])


def test_minutes_are_one_choice_and_any_is_one_of_them(reader: Client) -> None:
    choices = opened(reader, "/pl/materialy/").select("input[name=minutes]")
    assert {choice["type"] for choice in choices} == {"radio"}
    assert [choice["value"] for choice in choices if choice.has_attr("checked")] == [""]


def test_an_old_address_with_several_minutes_means_the_longest(reader: Client) -> None:
    old = opened(reader, "/pl/materialy/?minutes=15&minutes=45")
    new = opened(reader, "/pl/materialy/?minutes=45")
    assert [row.text for row in old.select("#found ~ .rows a")] == [
        row.text for row in new.select("#found ~ .rows a")
    ]
    assert one(old, "input[name=minutes][checked]")["value"] == "45"
    assert len(old.select(".chip")) == 1


def test_results_are_led_to_and_the_fold_is_closed_again(reader: Client) -> None:
    page = opened(reader, "/pl/materialy/?stage=secondary")
    form = one(page, "form.filters")
    assert form["action"] == "#found"
    assert not one(page, "details.filters-fold").has_attr("open")
    assert one(page, ".chip")["href"] == "./#found"
    assert one(page, "form.filters > a[href='#found']").text


def test_where_nothing_can_be_chosen_nothing_is_asked(reader: Client) -> None:
    """One material in Arabic, and nothing shown in other languages: whatever is chosen leaves the same list."""
    ReadingLanguage.objects.create(locale=Locale.objects.get(language_code="ar"))
    page = opened(reader, page_address(ResourcePage.objects.get(locale__language_code="ar").get_parent()))
    assert page.select("form.filters") == []


def test_an_empty_list_offers_the_nearest_with_its_number(reader: Client) -> None:
    page = opened(reader, "/pl/materialy/?stage=secondary&minutes=15&language=ar")
    assert number_found(page) == 0
    offers = page.select(".retreats li")
    assert offers
    for offer in offers:
        counted = re.search(r"\d+$", offer.text.strip())
        assert counted is not None
        address = str(one(offer, "a")["href"]).removesuffix("#found").removeprefix("./")
        assert number_found(opened(reader, f"/pl/materialy/{address}")) == int(counted[0]) > 0


@pytest.mark.parametrize("licence", Licence)
def test_the_licence_is_said_in_words_beside_the_files(reader: Client, licence: Licence) -> None:
    resource = ResourcePage.objects.filter(locale__language_code="pl", files__isnull=False).first()
    ResourcePage.objects.filter(pk=resource.pk).update(licence=licence)
    terms = one(opened(reader, page_address(resource)), "section[aria-labelledby=files] > .terms")
    assert one(terms, "a[rel~=license]")["href"] == licence.deed
    said = terms.text.replace(str(licence.label), "")
    assert len(said.split()) > 5
    assert "You" not in said


def test_every_licence_says_something_else() -> None:
    assert len({licence.in_words for licence in Licence}) == len(Licence)


@pytest.mark.parametrize(("kind", "files_first"), [(Kind.GUIDE, False), (Kind.LESSON_PLAN, True)])
def test_what_is_read_comes_before_its_files(reader: Client, kind: Kind, files_first: bool) -> None:
    resource = ResourcePage.objects.get(slug="co-moge-zrobic", locale__language_code="pl")
    ResourcePage.objects.filter(pk=resource.pk).update(resource_kind=kind)
    main = one(opened(reader, page_address(resource)), ".reading-main")
    order = [tag.get("id") or "text" for tag in main.select("h2#files, h2#note, .block--rich_text")]
    assert (order[0] == "files") is files_first
    assert order.index("files") < order.index("note")
