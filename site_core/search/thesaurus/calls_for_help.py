"""
Questions of somebody who needs to know what to do, before they need any campaign about it (`calls_for_help.csv`).

A threat says so `always`. Some words do `alone`, with nothing else asked but what may come `along`: "police", "a lawyer
for free". Others, when they were said or done `to me`: "somebody calls me names on the tram". Who wants `to report`
something asks for help where it is one of the wrongs that are `reported`, and nothing that one signs up for.
"""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from site_core.search.asking.asked_words import AskedWord
from site_core.search.thesaurus.concepts import Meaning

CONCEPTS = Path(__file__).with_name("calls_for_help.csv")
ALWAYS, ALONE, ALONG, TO_ME = "always", "alone", "along", "to me"
TO_REPORT, REPORTED, NO_REPORT = "to report", "reported", "no report"
ME = frozenset({"mnie", "mi", "me", "мене", "мені", "мяне", "мне", "меня"})
"""Folded; of the words that questions are read without (`AskedWord.beside`)."""
ME_IN_ENGLISH = ME | {"i"}
"""In Polish, that is "and"."""


def is_a_call_for_help(words: Sequence[AskedWord], meanings: Sequence[Meaning], reader: str) -> bool:
    """`reader`: the language of who asks."""
    named = {name for meaning in meanings for name in meaning.concepts}
    me = ME_IN_ENGLISH if reader == "en" else ME
    of_me = any(not me.isdisjoint(word.beside) for word in words)
    if named & _concepts(ALWAYS) or (of_me and named & _concepts(TO_ME)):
        return True
    if named & _concepts(TO_REPORT) and named & _concepts(REPORTED) and not named & _concepts(NO_REPORT):
        return True
    along = _concepts(ALONE) | _concepts(ALONG)
    said = {
        at for meaning in meanings if meaning.concepts & along for at in range(meaning.start, meaning.end)
    }
    return bool(named & _concepts(ALONE)) and len(said) == len(words)


@cache
def _concepts(when: str) -> frozenset[str]:
    with CONCEPTS.open(encoding="utf-8", newline="") as file:
        return frozenset(row["concept"] for row in csv.DictReader(file) if row["when"] == when)
