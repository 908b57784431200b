"""Names stand in the order of the reader's alphabet."""

import random
import unicodedata

import pytest

from site_core.languages.alphabet import ALPHABETS, in_alphabet

IN_ORDER = [
    (
        "pl",
        ["112", "Edukacja", "Lęk", "Łąka", "Szkoła", "Śmiech", "Świat", "Teatr", "Zdrowie", "zebra", "Żarty"],
    ),
    ("pl-simple", ["Zoo", "Źle", "Żal"]),
    (
        "uk",
        [
            "гра",
            "ґрати",
            "дім",
            "євро",
            "здоровий",
            "здоров'я",
            "здравиця",
            "ми",
            "мій",
            "мої",
            "юність",
            "яма",
        ],
    ),
    ("be", ["елка", "ёлка", "ідэя", "улада", "ўлада", "цэны", "яма"]),
    ("ru", ["ёлка", "если", "искусство", "йога", "край"]),
    ("es", ["nube", "ñame", "Óscar", "oso"]),
    ("vi", ["an", "ăn", "âm", "dân", "đá", "em", "ếch", "êm", "oi", "ôi", "ơi"]),
    ("en", ["Apple", "Éclair", "fox", "Łódź", "moon", "Øre", "pie", "zebra"]),
    ("ar", ["ابن", "أمل", "باب", "ياسمين"]),
]


@pytest.mark.parametrize(("code", "names"), IN_ORDER)
def test_as_a_dictionary_of_the_language_has_them(code: str, names: list[str]) -> None:
    mixed = random.Random(7).sample(names, len(names))
    assert sorted(mixed, key=lambda name: in_alphabet(name, code)) == names
    apart = [unicodedata.normalize("NFD", name) for name in mixed]
    assert sorted(apart, key=lambda name: in_alphabet(name, code)) == [
        unicodedata.normalize("NFD", name) for name in names
    ]


@pytest.mark.parametrize("sign", ["'", "’", "ʼ"])
def test_an_apostrophe_is_no_letter_whichever_it_is(sign: str) -> None:
    names = ["здоровий", f"здоров{sign}я", "здравиця"]
    mixed = [names[2], names[1], names[0]]
    assert sorted(mixed, key=lambda name: in_alphabet(name, "uk")) == names


def test_words_of_another_script_come_last_and_break_nothing() -> None:
    names = ["Żal", "мова", "", "\x00", "😀", "ａ", "éa", "1"]
    ordered = sorted(names, key=lambda name: in_alphabet(name, "pl"))
    assert ordered[0] == ""
    assert ordered.index("Żal") < ordered.index("мова")
    assert ordered.index("ａ") < ordered.index("éa") < ordered.index("Żal")


def test_two_names_that_differ_in_a_mark_alone_have_an_order() -> None:
    assert in_alphabet("Ola", "en") < in_alphabet("Óla", "en")


def test_an_alphabet_has_each_letter_once() -> None:
    assert all(len(set(letters)) == len(letters) for letters in ALPHABETS.values())
