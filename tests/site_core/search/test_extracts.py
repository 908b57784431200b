"""The passage that answers, with the words marked that were looked for."""

import pytest

from site_core.search import extracts
from site_core.search.extracts import LENGTH, Looked, Piece, extract

TEXT = (
    "Zdanie o niczym. " * 20
    + "Mówimy o szkołach i o hejcie w sieci.\nPotem znów o niczym. "
    + "I tak dalej. " * 40
)


def marked(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.marked]


def test_other_forms_of_the_words_are_marked_and_their_surroundings_shown() -> None:
    pieces = extract(TEXT, Looked([{"szkola", "0szkola"}, {"0hejt"}]), "pl")
    shown = "".join(piece.text for piece in pieces)
    assert marked(pieces) == ["szkołach", "hejcie"]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "Mówimy o szkołach i o hejcie w sieci. Potem" in shown
    assert len(shown) <= LENGTH + 5


def test_where_nothing_is_found_nothing_is_shown() -> None:
    assert extract(TEXT, Looked([{"kalarepa"}]), "pl") == []
    assert extract("", Looked([{"kalarepa"}]), "pl") == []


def test_a_short_text_is_shown_whole() -> None:
    assert extract("Hejt boli.", Looked([{"0hejt"}]), "pl") == [Piece("Hejt", marked=True), Piece(" boli.")]


def test_the_passage_with_most_of_the_words_is_chosen() -> None:
    text = "Hejt. " + "Coś innego. " * 60 + "Hejt w szkole."
    assert marked(extract(text, Looked([{"0hejt"}, {"0szkola"}]), "pl")) == ["Hejt", "szkole"]


def test_a_word_without_spaces_around_it_does_not_take_the_line() -> None:
    shown = "".join(
        piece.text for piece in extract("a" * 3_000 + " hejt " + "b" * 3_000, Looked([{"hejt"}]), "pl")
    )
    assert "hejt" in shown
    assert len(shown) <= 2 * LENGTH


def test_of_one_word_the_beginning_of_a_text_is_enough_and_else_it_is_looked_for_further_down() -> None:
    far = "Coś innego. " * 250 + "Hejt w szkole. " + "I tak dalej. " * 400
    for sought in ([{"0szkola"}], [{"0szkola"}, {"kalarepa"}]):
        assert marked(extract(far, Looked(sought), "pl")) == ["szkole"]
    assert marked(extract("Szkoła. " + far, Looked([{"0szkola"}]), "pl")) == ["Szkoła"]
    assert extract("I tak dalej. " * 500 + far, Looked([{"0szkola"}]), "pl") == []


def test_a_text_is_marked_whatever_was_read_since(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known of words is begun anew when it is too much; texts that are kept were split before."""
    monkeypatch.setattr(extracts, "_MOST_KNOWN", 20)
    first = "O hejcie, którego nikt dotąd tu nie czytał."
    for number in range(40):
        assert marked(extract(first, Looked([{"0hejt"}]), "pl")) == ["hejcie"]
        assert marked(extract(f"Hejt, raz {number}. Jutro {number + 100}.", Looked([{"0hejt"}]), "pl")) == [
            "Hejt"
        ]


def test_a_word_is_looked_for_as_its_language_has_it() -> None:
    assert marked(extract("Mówimy o szkołach.", Looked([{"0szkola"}]), "pl")) == ["szkołach"]
    assert extract("Mówimy o szkołach.", Looked([{"0szkola"}]), "en") == []
