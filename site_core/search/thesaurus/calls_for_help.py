"""
Questions of somebody who needs to know what to do, before they need any campaign about it.

`calls_for_help.csv` says which concepts of `terms.csv` are such a call. A threat says so `always`. Some words do
`alone`, with nothing else asked but what may come `along`: "police", "a lawyer for free". Others, when they were said
or done `to me` or to my child, or where I work or live (`mine`): "somebody calls me names on the tram", "racism at
work". Others when they come `from me`: "I don't want to go to the police". Who wants `to report` something asks for
help where it is one of the wrongs that are `reported`. None is where one signs up for something (`no report`).

`said_of_oneself.csv` has the words that tell so in their forms, which dictionary forms would lose: "dziecko" is one's
own, "dzieci" are anybody's. Of a form of several words, all stand somewhere in the question.
"""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from site_core.search.analysis.folding import fold
from site_core.search.asking.asked_words import AskedWord
from site_core.search.thesaurus.concepts import Meaning

CONCEPTS = Path(__file__).with_name("calls_for_help.csv")
SAID = Path(__file__).with_name("said_of_oneself.csv")
ALWAYS, ALONE, ALONG, TO_ME, MINE, FROM_ME = "always", "alone", "along", "to me", "mine", "from me"
TO_REPORT, REPORTED, NO_REPORT = "to report", "reported", "no report"
I_DO, MY_CHILD, SUFFERED = "I do", "my child", "suffered"


def is_a_call_for_help(words: Sequence[AskedWord], meanings: Sequence[Meaning], reader: str) -> bool:
    """`reader`: the language of who asks."""
    named = {name for meaning in meanings for name in meaning.concepts}
    if named & _concepts(ALWAYS) or _is_nothing_else(words, meanings):
        return True
    said = {word.folded for word in words}.union(*(word.beside for word in words))
    wrongs = _concepts(TO_ME)
    if named & wrongs and _says(said, TO_ME, reader):
        return True
    if named & _concepts(NO_REPORT):
        return False
    return bool(
        (named & wrongs and _says(said, MY_CHILD, reader))
        or (named & wrongs and _says({words[0].folded}, SUFFERED, reader))
        or (named & _concepts(MINE) and named & (wrongs | _concepts(REPORTED)))
        or (named & _concepts(FROM_ME) and _says(said, I_DO, reader))
        or (named & _concepts(TO_REPORT) and named & _concepts(REPORTED))
    )


def _is_nothing_else(words: Sequence[AskedWord], meanings: Sequence[Meaning]) -> bool:
    along = _concepts(ALONE) | _concepts(ALONG)
    called = any(meaning.concepts & _concepts(ALONE) for meaning in meanings)
    said = {
        at for meaning in meanings if meaning.concepts & along for at in range(meaning.start, meaning.end)
    }
    return called and len(said) == len(words)


@cache
def _concepts(when: str) -> frozenset[str]:
    with CONCEPTS.open(encoding="utf-8", newline="") as file:
        return frozenset(row["concept"] for row in csv.DictReader(file) if row["when"] == when)


def _says(words: set[str], said: str, reader: str) -> bool:
    return any(form <= words for form in _forms(said, reader))


@cache
def _forms(said: str, reader: str) -> frozenset[frozenset[str]]:
    """
    Of all languages, the words of each folded; those with a word of one letter only of the reader's: the English "I" is
    "and" in Polish.
    """
    with SAID.open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["said"] == said)
    forms = ((code, form.split()) for code, cell in row.items() if code != "said" for form in cell.split("|"))
    return frozenset(
        frozenset(map(fold, words))
        for code, words in forms
        if words and (code == reader or min(map(len, words)) > 1)
    )
