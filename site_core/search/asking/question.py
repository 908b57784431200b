"""A question, as the index is asked it: exactly, then by what means the same, then with one word less."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from site_core.search.asking.asked_words import AskedWord, asked_words, complete
from site_core.search.index.expressions import AllOf, Expression, InThisOrder, Key, all_of, any_of
from site_core.search.thesaurus.concepts import Meaning, meanings
from site_core.search.vocabulary import near

_QUOTED = re.compile(r'["„“”«»]([^"„“”«»]+)["„“”«»]')
MOST_NEAR = 4


@dataclass
class Question:
    """`corrected`: words that none of the site is spelt like, each with what it may have been meant to be."""

    text: str
    reader: str
    words: list[AskedWord]
    corrected: dict[str, str] = field(default_factory=dict)

    @cached_property
    def meanings(self) -> list[Meaning]:
        return meanings(self.words)

    @property
    def phrases(self) -> list[InThisOrder]:
        """What was put in quotation marks, to be found in this order."""
        found = (asked_words(quoted, self.reader) for quoted in _QUOTED.findall(self.text))
        return [InThisOrder(tuple(Key(word.folded) for word in words)) for words in found if len(words) > 1]

    @property
    def exact(self) -> Expression:
        return all_of([*(word.wanted for word in self.words), *self.phrases])

    @property
    def widened(self) -> Expression | None:
        """With what means the same; None if nothing is known to."""
        return all_of(self._widened_parts) if self.meanings else None

    @property
    def with_less(self) -> list[Expression]:
        """With one part less, then with any of them: for what is found by none of the above."""
        parts = self._widened_parts
        if len(parts) < 2:
            return []
        fewer = [all_of(list(some)) for some in combinations(parts, len(parts) - 1)] if len(parts) > 2 else []
        return [any_of(fewer), any_of(parts)] if fewer else [any_of(parts)]

    @property
    def _widened_parts(self) -> list[Expression]:
        parts, at = [], 0
        by_start = {meaning.start: meaning for meaning in self.meanings}
        while at < len(self.words):
            meaning = by_start.get(at)
            end = meaning.end if meaning else at + 1
            own = all_of([word.wanted for word in self.words[at:end]])
            parts.append(any_of([own, *_distinct(meaning)]) if meaning else own)
            at = end
        return parts

    def correct(self) -> bool:
        """
        Take words that nothing on the site is spelt like for the nearest that something is; whether there was any.

        Only for words that stand on pages: a Ukrainian word is never taken for a Russian one that no page has.
        """
        unknown = [word for word in self.words if not word.known]
        codes = {code for word in unknown for code in word.languages}
        candidates = near([word.folded for word in unknown], codes)
        for word in unknown:
            nearest = candidates.get(word.folded, [])[:MOST_NEAR]
            if nearest:
                self.corrected[word.folded] = nearest[0]
                replacements = [AskedWord(folded, word.languages) for folded in nearest]
                complete(replacements)
                word.keys |= {key for other in replacements for key in other.all_keys}
        if self.corrected:
            self.__dict__.pop("meanings", None)
        return bool(self.corrected)


def question(text: str, reader: str) -> Question:
    """One query, for the words."""
    return Question(text, reader, asked_words(text, reader))


def _distinct(meaning: Meaning | None) -> Sequence[Expression]:
    return list(dict.fromkeys(term.wanted for term in meaning.instead)) if meaning else []


def is_empty(wanted: Expression) -> bool:
    return isinstance(wanted, AllOf) and not wanted.parts
