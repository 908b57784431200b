"""What comes back is looked at; a passage that does not fit stays empty."""

import pytest

from site_core.translation.machine.answers import draft_from
from site_core.translation.machine.failures import Left
from site_core.translation.machine.placeholders import protected

LINK = 'Zadzwoń <a id="a1">do nas</a> albo <b>przyjdź</b> do urzędu.'


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Napisz: pomoc@krakow.pl albo przyjdź.", "Napisz: [[1]] albo przyjdź."),
        (
            "Telefon 116 111, czynny całą dobę; także +48 12 616-11-11.",
            "Telefon [[1]], czynny całą dobę; także [[2]].",
        ),
        ("Numer 112", "Numer [[1]]"),
        ("W 2027 r. o 17:30, 5 osób", "W [[1]] r. o 17:30, 5 osób"),
        ("Zob. https://bazgroly.krakow.pl/a?b=1.", "Zob. [[1]]."),
        ('<a id="a123">Napisz</a>', '<a id="a123">Napisz</a>'),
    ],
)
def test_numbers_and_addresses_stay_at_home(text: str, sent: str) -> None:
    assert protected(text).text == sent
    assert protected(text).restored(sent) == text


@pytest.mark.parametrize("answer", ["Номер", "Номер [[1]] [[1]]", "Номер [[2]]", "Номер [1]"])
def test_a_number_that_does_not_come_back_leaves_the_passage_empty(answer: str) -> None:
    assert draft_from(protected("Numer 112"), answer, "uk") is Left.ADDRESSES


def test_what_stayed_at_home_stands_where_the_sentence_has_it() -> None:
    draft = draft_from(protected("Zadzwoń: 112 albo 986."), "[[ 2 ]] або [[1]]: телефонуйте.", "uk")
    assert draft == "986 або 112: телефонуйте."


def test_links_and_emphasis_may_change_places() -> None:
    draft = draft_from(
        protected(LINK), ' <b>Приходьте</b> до управи або <a id="a1">подзвоніть нам</a>. ', "uk"
    )
    assert draft == '<b>Приходьте</b> до управи або <a id="a1">подзвоніть нам</a>.'


@pytest.mark.parametrize(
    "answer",
    [
        "Подзвоніть нам або приходьте до управи.",
        'Подзвоніть <a id="a1">нам</a> або приходьте до управи.',
        'Подзвоніть <a id="a1">нам</a> або <b>приходьте</b> <b>до</b> управи.',
        'Подзвоніть <a id="a2">нам</a> або <b>приходьте</b> до управи.',
        'Подзвоніть <a id="a1" href="javascript:alert(1)">нам</a> або <b>приходьте</b>.',
        'Подзвоніть <a id="a1">нам</a> або <b onclick="x()">приходьте</b>.',
        'Подзвоніть <a id="a1">нам</a> або <b>приходьте</b><script>alert(1)</script>.',
        'Подзвоніть <a id="a1">нам</a> або <b>приходьте</b><!-- x -->.',
        'Подзвоніть <a id="a1">нам</a> або <b>приходьте</b>\0.',
    ],
)
def test_markup_that_is_not_the_same_leaves_the_passage_empty(answer: str) -> None:
    assert draft_from(protected(LINK), answer, "uk") is Left.MARKUP


def test_the_language_of_a_part_comes_along() -> None:
    text = 'To jest <span lang="uk">дякую</span>, znaczy dziękuję.'
    draft = draft_from(protected(text), 'This is <span lang="uk">дякую</span>, it means thank you.', "en")
    assert draft == 'This is <span lang="uk">дякую</span>, it means thank you.'
    assert draft_from(protected(text), "This is дякую, it means thank you.", "en") is Left.MARKUP


@pytest.mark.parametrize(
    ("code", "answer", "reason"),
    [
        ("uk", "", Left.LENGTH),
        ("uk", "Так" * 100, Left.LENGTH),
        ("uk", "Dzień dobry, Krakowie", Left.UNCHANGED),
        ("uk", "Good morning, Kraków", Left.LETTERS),
        ("uk", "Добрый день, Краков", Left.LETTERS),
        ("be", "Добрий день, Кракове", Left.LETTERS),
        ("en", "Доброго дня, Кракове", Left.LETTERS),
        ("ar", "Доброго дня, Кракове", Left.LETTERS),
    ],
)
def test_what_is_no_translation_into_this_language(code: str, answer: str, reason: Left) -> None:
    assert draft_from(protected("Dzień dobry, Krakowie"), answer, code) is reason


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("uk", "Доброго дня, Кракове"),
        ("be", "Добры дзень, Кракаў"),
        ("ar", "صباح الخير يا كراكوف"),
        ("en", "Good morning, Kraków"),
        ("vi", "Chào buổi sáng, Kraków"),
    ],
)
def test_what_is_one(code: str, answer: str) -> None:
    assert draft_from(protected("Dzień dobry, Krakowie"), answer, code) == answer


def test_signs_of_html_stay_text() -> None:
    assert draft_from(protected("Ty &amp; ja &lt;3"), "Ти &amp; я &lt;3", "uk") == "Ти &amp; я &lt;3"
