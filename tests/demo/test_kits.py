"""Each campaign's page offers the kit it promises, in its languages (domain research, 7.2)."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from PIL import Image
from wagtail.models import Page

from demo.file_generator.sources import FILES
from site_core.languages.addresses import page_address
from tests.demo.files.made import JOBS, path

PL_UK_EN, PL_UK_EN_BE = {"pl", "uk", "en"}, {"pl", "uk", "en", "be"}
KITS = {
    "Słyszę? Reaguję.": {
        "slysze-reaguje-plakat-a3 pdf": {*PL_UK_EN_BE, "es"},
        "slysze-reaguje-ekran-16x9 png": PL_UK_EN_BE,
        "slysze-reaguje-piec-kart pdf": PL_UK_EN_BE,
        "slysze-reaguje-podpisy-do-postow odt": PL_UK_EN_BE,
    },
    "Kraków bez napisów nienawiści": {
        "krakow-bez-napisow-nienawisci-ulotka pdf": PL_UK_EN,
        "krakow-bez-napisow-nienawisci-naklejka svg": PL_UK_EN,
        "krakow-bez-napisow-nienawisci-ogloszenie-szkolne pdf": PL_UK_EN,
        "krakow-bez-napisow-nienawisci-ogloszenie-szkolne odt": PL_UK_EN,
    },
    "Mówię po swojemu": {
        "mow-po-swojemu-plakat-a3 pdf": {*PL_UK_EN_BE, "ar"},
        "mow-po-swojemu-karta-slow pdf": {*PL_UK_EN_BE, "vi", "hi", "ar", "ru"},
    },
    "Klasa dialogu": {
        "klasa-dialogu-list-do-rodzicow pdf": PL_UK_EN,
        "klasa-dialogu-list-do-rodzicow odt": PL_UK_EN,
    },
    "Trybuna dla wszystkich": {
        "trybuna-dla-wszystkich-karta-trenera pdf": PL_UK_EN,
        "trybuna-dla-wszystkich-zobowiazanie-druzyny pdf": PL_UK_EN,
        "trybuna-dla-wszystkich-zobowiazanie-druzyny odt": PL_UK_EN,
        "trybuna-dla-wszystkich-baner svg": PL_UK_EN,
    },
    "Sąsiedzki stół": {
        "sasiedzki-stol-przewodnik-gospodarza pdf": {*PL_UK_EN_BE, "pl-simple"},
        "sasiedzki-stol-zaproszenie pdf": {*PL_UK_EN_BE, "pl-simple"},
        "sasiedzki-stol-zaproszenie odt": {*PL_UK_EN_BE, "pl-simple"},
        "sasiedzki-stol-karta-zasad pdf": PL_UK_EN_BE,
    },
}


def opened(reader: Client, page: Page) -> BeautifulSoup:
    return BeautifulSoup(reader.get(page_address(page)).content, "html.parser")


@pytest.mark.django_db
@pytest.mark.parametrize("title", KITS)
@pytest.mark.parametrize("code", ["pl", "uk", "en"])
def test_the_page_offers_its_kit(reader: Client, demo_page, title: str, code: str) -> None:
    offered: dict[str, set[str]] = {}
    for link in opened(reader, demo_page(title, code)).select("a[download]"):
        name, ending = link["href"].rpartition("/")[2].rsplit(".", 1)
        language = link["hreflang"]
        offered.setdefault(f"{name.removesuffix(language).rstrip('.-')} {ending}", set()).add(language)
    assert offered == KITS[title]


@pytest.mark.django_db
def test_the_neighbours_table_is_laid_in_belarusian(reader: Client, demo_page) -> None:
    page = opened(reader, demo_page("Sąsiedzki stół", "be"))
    assert page.html["lang"] == "be"
    assert page.select_one("h1").text == "Суседскі стол"
    assert len(page.select("a[download]")) == 19


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("pl", "Nagrań jeszcze nie ma."),
        ("uk", "Записів ще немає."),
        ("en", "There are no recordings yet."),
        ("be", "Запісаў яшчэ няма."),
        ("ar", "لا توجد تسجيلات بعد."),
    ],
)
def test_nobody_looks_for_recordings_in_vain(reader: Client, demo_page, code: str, said: str) -> None:
    assert said in opened(reader, demo_page("Mówię po swojemu", code)).select_one("main").text


@pytest.mark.django_db
def test_a_sticker_comes_as_a_download_that_can_do_nothing(reader: Client, demo_page) -> None:
    page = opened(reader, demo_page("Kraków bez napisów nienawiści"))
    answer = reader.get(page.select_one("a[download][href$='.svg']")["href"])
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert (
        b"".join(answer.streaming_content)
        == (FILES / "k2/krakow-bez-napisow-nienawisci-naklejka.pl.svg").read_bytes()
    )


def test_what_hangs_in_a_tram_fills_its_screen() -> None:
    screens = [job for job in JOBS if job.source.facts.get("layout") == "screen"]
    assert len(screens) == 4
    for job in screens:
        with Image.open(path(job)) as picture:
            assert picture.size == (1920, 1080), job.name


def test_there_are_five_cards_one_for_each_safe_way() -> None:
    for job in JOBS:
        if "piec-kart" in job.name:
            assert [line[3] for line in job.source.body.splitlines() if line.startswith("## ")] == list(
                "12345"
            )
            assert job.source.body.count("112") == 5, "every card says when to call for help instead"
