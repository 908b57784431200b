"""Who calls for help finds first where help stands; who asks for something else does not."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from wagtail.models import Page

from site_core.models import PinnedPage
from site_core.search.asking.question import HERE, question
from site_core.search.curated.edition import tell_everybody
from site_core.search.thesaurus.calls_for_help import CONCEPTS, SAID, SUFFERED, is_a_call_for_help
from site_core.search.thesaurus.concepts import cell_of, rows_of, starting_thesaurus

pytestmark = pytest.mark.django_db

ON_THE_STREET = {
    "pl": "na ulicy",
    "uk": "на вулиці",
    "be": "на вуліцы",
    "en": "in the street",
    "ru": "на улице",
    "ar": "للضرب",
}
HELP = "Gdy to przydarzyło się tobie"


def first(reader: Client, language: str, text: str) -> str:
    return shown(reader, language, text)[0]


def shown(reader: Client, language: str, text: str) -> list[str]:
    found = reader.get(f"/{language}/search/", {"q": text}).context
    groups = [*found["help_groups"], *found["pinned_groups"], *found["groups"], *found["loose_groups"]]
    return [card.title for group in groups for card in group.cards]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "pomocy"),
        ("pl", "policja"),
        ("pl", "gdzie to zgłosić"),
        ("pl", "ktos mnie zaatakowal"),
        ("pl", "numer alarmowy 112"),
        ("pl", "bezplatny prawnik dla cudzoziemca"),
        ("pl", "straz miejska numer"),
        ("en", "free lawyer foreigner krakow"),
        ("en", "where do i report racist abuse"),
        ("pl", "co zrobić jak ktoś mnie wyzywa w tramwaju"),
        ("uk", "мені погрожують сусіди, що робити"),
        ("uk", "сосед угрожает"),
        ("ar", "جاري يهددني"),
        ("pl-simple", "pomoc"),
        ("uk", "допоможіть мені"),
        ("uk", "поліцію"),
        ("be", "міліцыя"),
        ("en", "call the police"),
        ("en", "i was attacked"),
        ("ar", "مساعدة"),
        ("ar", "الشرطة"),
        ("en", "attacked because of my headscarf"),
        ("en", "i keep being insulted on the bus"),
        ("en", "do i need to speak polish to go to the police"),
        ("en", "will i be deported if i report it"),
        ("en", "my son is bullied in class"),
        ("pl", "wyzywają w tramwaju"),
        ("uk", "б’ють у школі"),
        ("pl", "rasista w pracy"),
        ("pl", "boję się iść na policję"),
        ("pl", "dziecko jest wyzywane w szkole"),
        ("uk", "дитину цькують у школі"),
        ("uk", "не хочу йти в поліцію"),
        ("uk", "ребёнка травят в школе"),
        ("ar", "ابني يتعرض للتنمر في المدرسة"),
        ("ar", "ابنتي تعرضت للضرب"),
        ("en", "i was abused on a bus"),
        ("en", "i've been attacked"),
        ("en", "i'm being harassed by a neighbour"),
        ("en", "my wife was attacked"),
        ("pl", "zostałam zaatakowana na ulicy"),
        ("pl", "ktoś na mnie napluł"),
        ("pl", "nas wyzywają na podwórku"),
        ("be", "мяне абзываюць"),
        ("be", "мяне пабілі ў трамваі"),
        ("uk", "нас обзивають"),
        ("en", "threats from a neighbour"),
        ("uk", "погрожують в телеграмі"),
    ],
)
def test_a_call_for_help(reader: Client, demo_page: Callable[..., Page], language: str, text: str) -> None:
    assert first(reader, language, text) == demo_page(HELP, language).title


def test_it_says_why_and_whom_to_call(reader: Client) -> None:
    text = reader.get("/uk/search/", {"q": "поліція"}).content.decode()
    assert "Вам потрібна допомога?" in text
    assert 'href="tel:112"' in text
    assert 'href="tel:112"' not in reader.get("/uk/search/", {"q": "діалог"}).content.decode()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "lekcja o pomocy sąsiedzkiej"),
        ("pl", "wyzwiska wobec dzieci w szkole"),
        ("pl", "obelgi i wyśmiewanie w klasie"),
        ("pl", "lekcja: dziecko wyzywane w szkole"),
        ("pl", "sprzątanie napisów ze strażą miejską"),
        ("pl", "chcę się zapisać na szkolenie policji"),
        ("pl", "chcę zorganizować spotkanie z policjantem"),
        ("pl", "praca z klasą o mowie nienawiści"),
        ("pl", "praca domowa o dyskryminacji"),
        ("pl", "film o rasizmie w pracy"),
        ("pl", "co grozi za mowę nienawiści"),
        ("pl", "rzecznik praw dziecka przemoc"),
        ("pl", "daj mi scenariusz o bullyingu"),
        ("uk", "дай мені урок про булінг"),
        ("pl", "chcę pomóc"),
        ("pl", "dialog"),
        ("en", "how do i teach about bullying"),
        ("en", "bullying lesson i can print"),
        ("en", "i am a teacher looking for lessons on bullying"),
        ("en", "i was told there is a poster about bullying"),
        ("en", "show me posters on bullying"),
        ("en", "can you tell me what is bullying"),
        ("en", "how racism works"),
        ("en", "is hate speech a threat to democracy"),
        ("en", "i want to read the report on discrimination"),
        ("en", "report about racism in schools"),
        ("en", "how do i become a police officer"),
        ("en", "child violence statistics"),
        ("en", "bullied teenagers campaign"),
        ("en", "how can i help"),
    ],
)
def test_something_else_that_has_the_word(reader: Client, language: str, text: str) -> None:
    assert reader.get(f"/{language}/search/", {"q": text}).context["help_groups"] == []


@pytest.mark.parametrize("language", ["pl", "uk", "be", "en", "ru", "ar"])
def test_every_form_of_what_was_suffered_is_a_wrong(language: str) -> None:
    """Begun with it, a question is a call: "wyzywają w tramwaju"."""
    (row,) = (row for row in rows_of(SAID) if row["said"] == SUFFERED)
    asked = (question(f"{form} {ON_THE_STREET[language]}", language) for form in cell_of(row[language]))
    calls = {one.text: is_a_call_for_help(one.text, one.words, one.meanings, language) for one in asked}
    assert [text for text, is_call in calls.items() if not is_call] == []
    assert calls


@pytest.mark.parametrize(
    "text",
    [
        "where can i read the report",
        "annual report",
        "i want to sign up for a workshop on hate speech",
        "krakow",
        "phone",
        "report a barrier",
    ],
)
def test_something_else_in_english(reader: Client, text: str) -> None:
    assert reader.get("/en/search/", {"q": text}).context["help_groups"] == []


def test_concepts_of_the_rules_are_in_the_thesaurus() -> None:
    rows = [(row["concept"], row["when"]) for row in rows_of(CONCEPTS)]
    known = starting_thesaurus().terms
    assert [concept for concept, _when in rows if concept not in known] == []
    assert len(rows) == len(set(rows))
    assert HERE in known


def test_what_editors_show_first_comes_after_it(reader: Client, demo_page: Callable[..., Page]) -> None:
    table, where_help_stands = demo_page("Sąsiedzki stół"), demo_page(HELP)
    for page in (table, where_help_stands):
        PinnedPage.objects.create(question="pomoc", language_code="pl", translation_key=page.translation_key)
    tell_everybody()
    assert shown(reader, "pl", "pomoc")[:2] == [where_help_stands.title, table.title]
    assert shown(reader, "pl", "pomoc").count(where_help_stands.title) == 1


def test_it_is_shown_once(reader: Client, demo_page: Callable[..., Page]) -> None:
    assert shown(reader, "pl", "pomoc").count(demo_page(HELP).title) == 1


def test_it_is_not_shown_where_nobody_may_see_it(reader: Client, demo_page: Callable[..., Page]) -> None:
    page = demo_page(HELP)
    key: UUID = page.translation_key
    for version in Page.objects.filter(translation_key=key):
        version.specific.unpublish()
    assert HELP not in shown(reader, "pl", "policja")
