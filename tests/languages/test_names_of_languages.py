"""Facts name languages in the reader's language; where readers choose one, each stands by its own name."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.utils.translation import override
from wagtail.models import Page

from site_core.languages.addresses import page_address
from site_core.languages.known import Language, language_of
from site_core.languages.names import name_of, names_alone

EVENT = "Międzynarodowy Dzień Języka Ojczystego: krakowskie głosy"
CAMPAIGN = "Mówię po swojemu"


def opened(reader: Client, page: Page) -> BeautifulSoup:
    return BeautifulSoup(reader.get(page_address(page)).content, "html.parser")


@pytest.mark.parametrize("reading", [code for code in settings.INTERFACE_LANGUAGES if code != "en"])
def test_every_language_has_a_name_in_every_language(reading: str) -> None:
    codes = [code for code, _name in [*settings.LANGUAGES, *settings.FILE_ONLY_LANGUAGES]]
    with override("en"):
        english = [name_of(language_of(code)) for code in codes]
    with override(reading):
        names = [name_of(language_of(code)) for code in codes]
    assert len(set(names)) == len(codes)
    assert [name for name, foreign in zip(names, english, strict=True) if name == foreign] == []


@pytest.mark.parametrize(
    ("reading", "names"),
    [
        ("pl", "Ukraiński, gruziński"),
        ("en", "Ukrainian, Georgian"),
        ("uk", "Українська, грузинська"),
        ("be", "Украінская, грузінская"),
        ("ar", "الأوكرانية، الجورجيّة"),
    ],
)
def test_one_of_the_environment_has_the_name_that_django_knows(reading: str, names: str) -> None:
    with override(reading):
        assert names_alone([language_of("uk"), Language("ka", "ქართული", "ltr")]) == names


def test_one_that_nobody_knows_keeps_its_own_name() -> None:
    with override("pl"):
        assert name_of(Language("szl", "Ślōnskŏ gŏdka", "ltr")) == "Ślōnskŏ gŏdka"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "names"),
    [("uk", "Польська, українська"), ("ar", "البولندية، الأوكرانية"), ("pl", "Polski, ukraiński")],
)
@pytest.mark.parametrize("title", [EVENT, CAMPAIGN])
def test_a_page_says_its_languages_in_the_one_being_read(
    reader: Client, demo_page, code: str, names: str, title: str
) -> None:
    facts = opened(reader, demo_page(title, code)).select_one("dl.facts")
    assert names in facts.text
    endonyms = {"pl": "Polski", "uk": "Українська", "en": "English", "be": "Беларуская", "ar": "العربية"}
    assert [name for other, name in endonyms.items() if other != code and name in facts.text] == []


@pytest.mark.django_db
def test_a_list_of_files_says_their_languages_in_the_one_being_read(reader: Client, demo_page) -> None:
    facts = [
        item.text for item in opened(reader, demo_page(CAMPAIGN, "uk")).select(".file .meta li:first-child")
    ]
    assert {"Польська", "Арабська"} <= set(facts)
    assert "العربية" not in facts


@pytest.mark.django_db
def test_the_switcher_keeps_the_languages_own_names(reader: Client, demo_page) -> None:
    switcher = opened(reader, demo_page(EVENT, "uk")).select_one(".languages")
    assert {"Polski", "العربية"} <= {link.text.strip() for link in switcher.select("[lang]")}


@pytest.mark.django_db
def test_a_filter_names_languages_in_the_one_being_read(reader: Client, demo_page) -> None:
    calendar = opened(reader, demo_page("Wydarzenia", "uk"))
    labels = [box.find_parent("label").text for box in calendar.select("input[name=language]")]
    assert any("Польська" in label for label in labels)
    assert not any("Polski" in label for label in labels)
