"""Names stand in the order of the reader's alphabet."""

import random

import pytest

from site_core.languages.alphabet import ALPHABETS, in_alphabet


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (
            "pl",
            [
                "112",
                "Edukacja",
                "Lęk",
                "Łąka",
                "Szkoła",
                "Śmiech",
                "Świat",
                "Teatr",
                "Zdrowie",
                "zebra",
                "Żarty",
            ],
        ),
        ("pl-simple", ["Zoo", "Źle", "Żal"]),
        ("uk", ["гра", "ґрати", "дім", "євро", "ми", "мій", "мої", "юність", "яма"]),
        ("be", ["елка", "ёлка", "ідэя", "улада", "ўлада", "цэны", "яма"]),
        ("en", ["Apple", "Éclair", "fox", "zebra"]),
        ("ar", ["أمان", "باب", "ياسمين"]),
    ],
)
def test_as_a_dictionary_of_the_language_has_them(code: str, names: list[str]) -> None:
    mixed = random.Random(7).sample(names, len(names))
    assert sorted(mixed, key=lambda name: in_alphabet(name, code)) == names


def test_words_of_another_script_come_last_and_break_nothing() -> None:
    names = ["Żal", "мова", "", "\x00", "😀", "ａ", "éa", "1"]
    ordered = sorted(names, key=lambda name: in_alphabet(name, "pl"))
    assert ordered[0] == ""
    assert ordered.index("Żal") < ordered.index("мова")
    assert ordered.index("ａ") < ordered.index("éa") < ordered.index("Żal")


def test_an_alphabet_has_each_letter_once() -> None:
    assert all(len(set(letters)) == len(letters) for letters in ALPHABETS.values())
