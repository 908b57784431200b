"""From Markdown to what is printed."""

import re

import pytest

from demo.file_generator.fitting import fit, line_count
from demo.file_generator.glyph_text import texts_of
from demo.file_generator.typeset import halves, html, pieces
from demo.file_generator.typography import unbroken


def test_pieces_and_halves() -> None:
    assert pieces("A\n\n---\n\nB\n\n---\n") == ["A\n", "B\n"]
    assert halves("A\n\n|||\n\nB\n") == ["A\n", "B\n"]


def test_dots_become_lines_that_are_not_read_out() -> None:
    text = html("Data: ......................\n\n1. …\n\nGdzie: …\n\n" + "…" * 35 + "\n", "pl")
    assert "…" not in text
    assert "...." not in text
    assert text.count('class="line') == 5


def test_an_ordinary_ellipsis_stays() -> None:
    assert "Od jutra…" in html("Od jutra…\n", "pl")


def test_room_in_tables_is_only_where_something_is_missing() -> None:
    full = html("| A | B |\n|---|---|\n| a | b |\n", "pl")
    form = html("| A | B |\n|---|---|\n| a | |\n", "pl")
    assert "room" not in full
    assert "<col" not in full
    assert '<tr class="room">' in form
    assert form.count("<col style") == 2


def test_the_empty_corner_of_a_comparison_is_no_form() -> None:
    assert "<col" not in html("| | B |\n|---|---|\n| a | b |\n", "pl")


@pytest.mark.parametrize(
    "header",
    [
        "Sytuacja nr | Sposób nr | Powiemy",
        "Situation no. | Way no. | We say",
        "Ситуація № | Спосіб № | Скажемо або",
    ],
)
def test_a_number_gets_little_room_and_a_sentence_by_hand_gets_much(header: str) -> None:
    situation, way, sentence = widths(f"| {header} albo napiszemy |\n|---|---|---|\n| | | |\n")
    assert situation < 20
    assert way < 20
    assert sentence > 60


def test_an_answer_has_as_much_room_as_the_question() -> None:
    question = "Pod zdjęciem koleżanki ktoś pisze: „Wyglądasz żałośnie. Usuń konto”. Sto osób to czyta."
    number, situation, answer = widths(
        f"| Nr | Sytuacja | Litera i jedno zdanie |\n|---|---|---|\n| 1 | {question} | |\n"
    )
    assert number < 10
    assert answer >= situation


def widths(table: str) -> list[float]:
    return [float(width) for width in re.findall(r'<col style="width:([\d.]+)%">', html(table, "pl"))]


def test_only_a_sentence_about_danger_is_urgent() -> None:
    assert "urgent" in html("**Niebezpieczeństwo? Dzwoń pod 112.** Powiedz, gdzie jesteś.\n", "pl")
    assert "urgent" not in html("**112** – zagrożenie życia.\n", "pl")


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ar", "هاتف 116 111.", "هاتف 116\u00a0111."),
        ("en", "800 676 676", "800\u00a0676\u00a0676"),
        ("en", "10 steps in 2026", "10 steps in 2026"),
        ("pl", "w domu i w szkole", "w\u00a0domu i\u00a0w\u00a0szkole"),
        ("pl", "16 listopada 2026 r.", "16 listopada 2026\u00a0r."),
        ("en", "a house", "a house"),
    ],
)
def test_spaces_that_do_not_break(language: str, text: str, wanted: str) -> None:
    assert unbroken(text, language) == wanted


def test_a_headline_is_as_large_as_its_room() -> None:
    short, long = fit("Reaguję", "pl", 146, 96, 40), fit("Pięć bezpiecznych sposobów", "pl", 146, 96, 40)
    assert short.size > long.size
    assert long.height <= 96
    assert line_count("bezpiecznych", 5) == 0


def test_shapes_lead_back_to_letters() -> None:
    texts = set(texts_of("vazirmatn.woff2").values())
    assert {"ب", "ه", "\ufefb"} <= texts
    assert "क्ष" in texts_of("noto-devanagari-regular.woff2").values()
