"""On a page in one language no piece of furniture is left in another."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import polib
import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from django.test import Client
from django.utils.text import capfirst

from events.models import EventIndexPage
from organisations.models import Organisation
from programme.models import PartnerInstitution
from site_core.catalogues.comparison import PLACEHOLDER, key_of
from site_core.catalogues.places import interface_catalogues, overriding_catalogues
from site_core.languages.addresses import page_address
from site_core.languages.known import language_of
from tests.public_answers import Answer, answers_at

pytestmark = pytest.mark.django_db

SHORTEST = 4  # letters; shorter words are the same in too many languages
SPOKEN_ATTRIBUTES = ("aria-label", "title", "alt", "placeholder")
SPOKEN_META = ("description", "og:title", "og:description")
UNSPOKEN_TAGS = ("script", "style", "template")
BESIDE_THE_PAGES = (
    "search/",
    "search/?q=hejt",
    "search/?q=qqqqqq",
    "there-is-no-such-page/",
)


@cache
def sentences(language: str) -> frozenset[str]:
    """Everything the interface says in a language. Easy-to-read Polish says some of the Polish in another way."""
    catalogues = interface_catalogues()
    paths = [catalogues.get(language) or catalogues["pl"], overriding_catalogues().get(language)]
    by_message = {}
    for path in filter(None, paths):
        for entry in polib.pofile(str(path)):
            said = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
            by_message[key_of(entry)] = tuple(said)
    return frozenset(text for said in by_message.values() for text in said)


@cache
def foreign_to(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """What the interface says in all other languages and not in this one: whole texts, and those with placeholders."""
    others = set().union(*(sentences(code) for code in interface_catalogues() if code != language))
    own = sentences(language)
    # A word of ours that stands alone begins with a capital, and then may look like somebody else's: "Hindi".
    foreign = {text for text in others - own - set(map(capfirst, own)) if is_telling(text)}
    filled = {text for text in foreign if PLACEHOLDER.search(text)}
    patterns = ["(?:.+)".join(map(re.escape, PLACEHOLDER.sub("\0", text).split("\0"))) for text in filled]
    return frozenset(foreign - filled), re.compile("|".join(sorted(patterns)) or r"(?!)")


def is_telling(text: str) -> bool:
    """Whether it has enough letters of its own to be recognised."""
    return sum(map(str.isalpha, PLACEHOLDER.sub("", re.sub(r"<[^>]*>", "", text)))) >= SHORTEST


def said_on(page: str, language: str) -> Iterator[str]:
    """Texts and spoken attributes of a page, without the parts that are marked as being in another language."""
    soup = BeautifulSoup(page, "html.parser")
    for node in soup.find_all(string=True):
        if type(node) is NavigableString and node.strip() and speaks(node.parent, language):
            yield " ".join(node.split())
    for tag in soup.find_all(True):
        if speaks(tag, language):
            yield from (str(tag[name]) for name in SPOKEN_ATTRIBUTES if tag.get(name))
            if (tag.get("name") or tag.get("property")) in SPOKEN_META:
                yield str(tag["content"])


def speaks(tag: Tag | None, language: str) -> bool:
    if tag is None or tag.name in UNSPOKEN_TAGS:
        return False
    marked = tag if tag.get("lang") else tag.find_parent(lang=True)
    return marked is not None and marked["lang"] == language


def left_over(page: str, language: str) -> list[str]:
    whole, filled = foreign_to(language)
    return [text for text in said_on(page, language) if text in whole or filled.fullmatch(text)]


@pytest.mark.parametrize("language", ["pl", "en", "uk", "be", "ar", "pl-simple"])
def test_no_furniture_of_another_language_is_left(
    language: str, public_answers: Mapping[str, Answer]
) -> None:
    own = {
        address: answer for address, answer in public_answers.items() if address.startswith(f"/{language}/")
    }
    calendar = EventIndexPage.objects.get(locale__language_code=language)
    month = f"{page_address(calendar)}?month=2027-02"
    beside = [f"/{language}/{rest}" for rest in BESIDE_THE_PAGES]
    assert len(own) > 5
    for address, answer in {**own, **answers_at([month, *beside])}.items():
        assert answer.status_code == (404 if "no-such" in address else 200), address
        assert left_over(answer.text, language) == [], address


def test_a_forgotten_string_would_be_found(reader: Client) -> None:
    page = reader.get("/uk/").content.decode()
    assert left_over(page, "uk") == []
    forgotten: Callable[[str], str] = lambda text: page.replace("<main", f"<p>{text}</p><main", 1)  # noqa: E731
    assert left_over(forgotten("Skip to the content"), "uk") == ["Skip to the content"]
    assert left_over(forgotten("Sprawdzono 4 marca 2027"), "uk") == ["Sprawdzono 4 marca 2027"]
    assert left_over(forgotten('<span lang="pl">Przejdź do treści</span>'), "uk") == []


def test_easy_polish_says_hard_things_in_its_own_words_and_the_rest_in_polish(reader: Client) -> None:
    page = reader.get("/pl-simple/").content.decode()
    assert "Przejdź do tekstu" in page
    assert "Przejdź do treści" not in page
    assert "Menu główne" in page


@pytest.mark.slow
@pytest.mark.parametrize(("language", "instead"), [("be", "pl"), ("ar", "en")])
def test_names_that_exist_only_in_another_language_are_marked_as_such(
    language: str, instead: str, public_answers: Mapping[str, Answer]
) -> None:
    foreign = set()
    for model in (Organisation, PartnerInstitution):
        translated = model.objects.filter(locale__language_code=language).values("translation_key")
        rows = model.objects.filter(locale__language_code=instead).exclude(translation_key__in=translated)
        foreign.update(rows.values_list("name", flat=True))
    shown = set()
    for address, answer in public_answers.items():
        if address.startswith(f"/{language}/"):
            assert foreign & set(said_on(answer.text, language)) == set(), address
            shown |= foreign & set(said_on(answer.text, instead))
    assert shown, "no page shows such a name, so nothing was tested"


def test_languages_of_files_and_events_are_called_by_their_own_names() -> None:
    assert [language_of(code).endonym for code in ("uk", "hi", "it")] == ["Українська", "हिन्दी", "Italiano"]
