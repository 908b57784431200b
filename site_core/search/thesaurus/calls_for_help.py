"""
Questions of somebody who needs to know what to do, before they need any campaign about it (`calls_for_help.csv`).

Some words say so `alone`, with nothing else asked: "help", "police". Others, when they were said or done `to me`:
"somebody calls me names on the tram".
"""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from site_core.search.asking.asked_words import AskedWord
from site_core.search.thesaurus.concepts import Meaning

CONCEPTS = Path(__file__).with_name("calls_for_help.csv")
ALONE, TO_ME = "alone", "to me"
ME = frozenset({"mnie", "mi", "me", "i", "мене", "мені", "мяне", "мне", "меня"})
"""Folded; of the words that questions are read without (`AskedWord.beside`)."""


def is_a_call_for_help(words: Sequence[AskedWord], meanings: Sequence[Meaning]) -> bool:
    said = {
        at
        for meaning in meanings
        if meaning.concepts & _concepts(ALONE)
        for at in range(meaning.start, meaning.end)
    }
    if said and len(said) == len(words):
        return True
    of_me = any(not ME.isdisjoint(word.beside) for word in words)
    return of_me and any(meaning.concepts & _concepts(TO_ME) for meaning in meanings)


@cache
def _concepts(when: str) -> frozenset[str]:
    with CONCEPTS.open(encoding="utf-8", newline="") as file:
        return frozenset(row["concept"] for row in csv.DictReader(file) if row["when"] == when)
