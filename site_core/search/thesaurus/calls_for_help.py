"""
Questions of somebody who needs to know what to do, before they need any campaign about it.

`calls_for_help.csv` says which concepts of `terms.csv` are such a call. Some say so `always`. Some do `alone`, with
nothing else asked but what may come `along`: "police", "a lawyer for free". Others, when they were said or done
`to me` or to my child, or where I work: "somebody calls me names on the tram", "racism at work". Others when they come
`from me`: "I don't want to go to the police". Who wants `to report` something asks for help where it is one of the
wrongs that are `reported`. None but what was done to me is a call where one learns, teaches, downloads something or
offers help (`no report`).

`said_of_oneself.csv` has the words that tell so in their forms, which dictionary forms would lose: "syna" is one's own,
"synów" are anybody's. Forms of several words stand in a question as they do there.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from site_core.search.analysis.folding import folded_words
from site_core.search.asking.asked_words import AskedWord
from site_core.search.thesaurus.concepts import Meaning, cell_of, rows_of

CONCEPTS = Path(__file__).with_name("calls_for_help.csv")
SAID = Path(__file__).with_name("said_of_oneself.csv")
ALWAYS, ALONE, ALONG, TO_ME, FROM_ME = "always", "alone", "along", "to me", "from me"
TO_REPORT, REPORTED, NO_REPORT = "to report", "reported", "no report"
I_AM, BEING, NOT_TO_ME, I_GO = "I am", "being", "not to me", "I go"
MY_CHILD, SUFFERED, WHERE_I_AM = "my child", "suffered", "where I am"


def is_a_call_for_help(
    text: str, words: Sequence[AskedWord], meanings: Sequence[Meaning], reader: str
) -> bool:
    """`words` of `text` and what they mean. `reader`: the language of who asks."""
    named = {name for meaning in meanings for name in meaning.concepts}
    if named & _concepts(ALWAYS):
        return True
    said = folded_words(text)
    wrongs = named & _concepts(TO_ME)
    asks_to_be_shown = _says(said, NOT_TO_ME, reader)
    if wrongs and not asks_to_be_shown and _was_done_to_me(said, words, meanings, reader):
        return True
    if named & _concepts(NO_REPORT):
        return False
    if _is_nothing_else(words, meanings):
        return True
    reported = named & _concepts(REPORTED)
    return bool(
        (wrongs and _says(said, MY_CHILD, reader))
        or (wrongs and _says(said[:1], SUFFERED, reader))
        or ((wrongs or reported) and _says(said, WHERE_I_AM, reader))
        or (named & _concepts(FROM_ME) and _says(said, I_GO, reader))
        or (named & _concepts(TO_REPORT) and reported and not asks_to_be_shown)
    )


def _was_done_to_me(
    said: Sequence[str], words: Sequence[AskedWord], meanings: Sequence[Meaning], reader: str
) -> bool:
    """ "They insulted me"; or, in English, "I was insulted", where the wrong comes at once."""
    if _says(said, TO_ME, reader):
        return True
    wrongs = {words[one.start].folded for one in meanings if one.concepts & _concepts(TO_ME)}
    suffered = any(wrong in wrongs and _says([before], BEING, reader) for before, wrong in pairwise(said))
    return suffered and _says(said, I_AM, reader)


def _is_nothing_else(words: Sequence[AskedWord], meanings: Sequence[Meaning]) -> bool:
    along = _concepts(ALONE) | _concepts(ALONG)
    called = any(meaning.concepts & _concepts(ALONE) for meaning in meanings)
    said = {
        at for meaning in meanings if meaning.concepts & along for at in range(meaning.start, meaning.end)
    }
    return called and len(said) == len(words)


@cache
def _concepts(when: str) -> frozenset[str]:
    return frozenset(row["concept"] for row in rows_of(CONCEPTS) if row["when"] == when)


def _says(words: Sequence[str], said: str, reader: str) -> bool:
    """Folded words, in their order, among which one of the forms stands."""
    text = f" {' '.join(words)} "
    return any(f" {form} " in text for form in _forms(said, reader))


@cache
def _forms(said: str, reader: str) -> frozenset[str]:
    """
    Of all languages, folded; with a word of one letter only the reader's own: the English "I" is "and" in Polish.
    """
    row = next(row for row in rows_of(SAID) if row["said"] == said)
    forms = (
        (code, folded_words(form)) for code, cell in row.items() if code != "said" for form in cell_of(cell)
    )
    return frozenset(" ".join(words) for code, words in forms if code == reader or min(map(len, words)) > 1)
