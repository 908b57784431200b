"""Whoever asks finds the right page among the first three. `pytest -s` prints the table."""

from pathlib import Path

import pytest

from site_core.languages.chains import languages_read
from site_core.search.asking.question import question
from site_core.search.query import asked_text
from site_core.search.results import pages_found
from tests.site_core.search.relevance_set import (
    AT_LEAST_LATER,
    FIRST,
    FOLDER,
    GOALS,
    LATER,
    asked_in,
    keys_of_folders,
    table,
)

pytestmark = pytest.mark.django_db

LEAST = {"pl": 60, "uk": 40, "be": 20, "en": 25, "ru": 10, "ar": 10}


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted(GOALS))
def test_the_right_page_is_among_the_first_three(language: str) -> None:
    assert share_answered(language, FOLDER) >= GOALS[language]


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted(GOALS))
def test_and_for_questions_that_were_written_later(language: str) -> None:
    assert share_answered(language, LATER) >= AT_LEAST_LATER


@pytest.mark.parametrize(
    ("reader", "asked"),
    [
        ("pl", "co to jest mowa nienawiści"),
        ("pl", "co to jest hejt"),
        ("en", "What is hate speech?"),
        ("en", "what is deescalation"),
        ("uk", "що таке мова ворожнечі"),
    ],
)
def test_who_asks_what_a_word_is_finds_where_it_is_explained(reader: str, asked: str) -> None:
    hits = pages_found(question(asked_text(asked), reader), languages_read(reader))
    assert keys_of_folders()["words-we-use"] in [hit.translation_key for hit in hits[:FIRST]]


def share_answered(language: str, folder: Path) -> float:
    """Prints the table, and what was missed."""
    keys, outcomes, missed = keys_of_folders(), {}, []
    for asked in asked_in(language, folder):
        hits = pages_found(question(asked_text(asked.text), asked.reader), languages_read(asked.reader))
        first = [hit.translation_key for hit in hits[:FIRST]]
        outcomes[asked] = any(keys[right] in first for right in asked.right)
        if not outcomes[asked]:
            missed.append(f"{asked.text} ({asked.kind}, /{asked.reader}/) → {', '.join(asked.right)}")
    print(f"\n{table(outcomes)}", *missed, sep="\n    ")  # noqa: T201 - the table is wanted in print
    return sum(outcomes.values()) / len(outcomes)


def test_the_set_is_as_large_as_promised_and_names_pages_that_are_there(db: None) -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(LEAST) == set(GOALS)
    keys = keys_of_folders()
    for language, least in LEAST.items():
        assert len(asked_in(language)) >= least
        assert {folder for asked in asked_in(language) for folder in asked.right} <= set(keys)
