"""Which words are marked, and that nothing in a text can do anything on the screen."""

import pytest

from site_core.translation.changes.words import marked, plain


def test_only_the_words_that_differ_are_marked() -> None:
    assert marked("Dzwoń pod 112 albo 999, zaraz.", "Dzwoń pod 112 albo 997, zaraz.") == (
        "Dzwoń pod 112 albo <del>999</del>, zaraz.",
        "Dzwoń pod 112 albo <ins>997</ins>, zaraz.",
    )


def test_words_side_by_side_are_one_mark() -> None:
    old, new = marked("a b c d e f stare słowa g h", "a b c d e f inne wyrazy g h")
    assert old == "a b c d e f <del>stare słowa</del> g h"
    assert new == "a b c d e f <ins>inne wyrazy</ins> g h"


def test_a_little_that_stayed_between_much_that_did_not_is_in_the_mark() -> None:
    start, end = "Zgłoś napis przez formularz albo zadzwoń do Straży Miejskiej. ", " Dziękujemy, że pomagasz."
    old, new = marked(
        f"{start}Podaj adres i dołącz zdjęcie.{end}",
        f"{start}Wystarczy adres i kilka słów o tym, co widać.{end}",
    )
    assert old == f"{start}<del>Podaj adres i dołącz zdjęcie</del>.{end}"
    assert new == f"{start}<ins>Wystarczy adres i kilka słów o tym, co widać</ins>.{end}"
    assert marked("nie teraz ani potem tam", "nie dziś ani potem tu") == (
        "nie <del>teraz</del> ani potem <del>tam</del>",
        "nie <ins>dziś</ins> ani potem <ins>tu</ins>",
    )


def test_a_mark_begins_and_ends_with_a_word() -> None:
    assert marked("Zapraszamy.", "Zapraszamy. Wstęp wolny.")[1] == "Zapraszamy. <ins>Wstęp wolny.</ins>"
    assert marked("Lekcja w szkole.", "Nowa lekcja w szkole.")[1] == "<ins>Nowa lekcja</ins> w szkole."


def test_what_was_written_anew_is_marked_as_a_whole() -> None:
    old, new = marked("Kto to widzi, dzwoni.", "Pamiętaj: to nie twoja wina!")
    assert old == "<del>Kto to widzi, dzwoni.</del>"
    assert new == "<ins>Pamiętaj: to nie twoja wina!</ins>"


def test_emphasis_that_came_is_a_change_and_elements_stay_closed() -> None:
    old, new = marked("Zadzwoń teraz pod numer alarmowy.", "Zadzwoń <b>teraz</b> pod numer alarmowy.")
    assert old == "Zadzwoń <del>teraz</del> pod numer alarmowy."
    assert new == "Zadzwoń <ins><b>teraz</b></ins> pod numer alarmowy."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('<a id="a1" href="javascript:x()">tu</a>', '<span class="changes-link">tu</span>'),
        ('<b onclick="x()">tu</b><script>x()</script><!-- x -->', "<b>tu</b>"),
        ("a &lt;script&gt; b", "a &lt;script&gt; b"),
        ('<span lang="uk">Bitte</span>', '<span lang="uk">Bitte</span>'),
        ("a<br>b", "a<br>b"),
    ],
)
def test_what_stands_in_a_text_does_nothing(text: str, shown: str) -> None:
    assert plain(text) == shown
