"""A question, as the index is asked it: exactly, then by what means the same, then with one word less."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import words_of
from site_core.search.asking.asked_words import AskedWord, asked_words
from site_core.search.index.expressions import Expression, InThisOrder, Key, all_of, any_of
from site_core.search.thesaurus.concepts import Meaning, meanings
from site_core.search.vocabulary import near

_QUOTED = re.compile(r'["„“”«»]([^"„“”«»]+)["„“”«»]')
MOST_NEAR = 4


@dataclass
class Question:
    """`corrected`: words, folded, that none of the site is spelt like, each with what it may have been meant to be."""

    text: str
    words: list[AskedWord]
    corrected: dict[str, str] = field(default_factory=dict)

    @cached_property
    def meanings(self) -> list[Meaning]:
        return meanings(self.words)

    @cached_property
    def phrases(self) -> list[InThisOrder]:
        """What was put in quotation marks, to be found in this order."""
        quoted = ([fold(word) for word in words_of(text)] for text in _QUOTED.findall(self.text))
        keys = (tuple(Key(word) for word in words if word.isalnum()) for words in quoted)
        return [InThisOrder(phrase) for phrase in keys if len(phrase) > 1]

    @property
    def exact(self) -> Expression:
        return all_of([*(word.wanted for word in self.words), *self.phrases])

    @property
    def widened(self) -> Expression | None:
        """With what means the same; None if nothing is known to, or the very words were asked for."""
        return all_of(self._parts) if self.meanings and not self.phrases else None

    @property
    def with_less(self) -> list[Expression]:
        """With one part less, then with any of them: for what is found by none of the above."""
        parts = self._parts
        if len(parts) < 2:
            return []
        fewer = [all_of(list(some)) for some in combinations(parts, len(parts) - 1)] if len(parts) > 2 else []
        return [any_of(fewer), any_of(parts)] if fewer else [any_of(parts)]

    @property
    def marked(self) -> set[str]:
        """Keys of the words that are marked where they are found."""
        keys = {key for word in self.words for key in word.all_keys}
        terms = (term for meaning in self.meanings for term in meaning.instead)
        return keys | {key for term in terms for word in term.words for key in word}

    @cached_property
    def _parts(self) -> list[Expression]:
        """Each word, or what several name together, with what means the same."""
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
        candidates = near([word.folded for word in unknown], codes) if unknown else {}
        for word in unknown:
            nearest = candidates.get(word.folded, [])[:MOST_NEAR]
            if nearest:
                self.corrected[word.folded] = nearest[0].spelling
                word.keys |= {key for other in nearest for key in (other.folded, *other.keys.split())}
        for known in ("meanings", "_parts"):
            self.__dict__.pop(known, None)
        return bool(self.corrected)

    @property
    def corrected_text(self) -> str:
        """The question with the corrections in it; what it was if there are none."""
        if not self.corrected:
            return self.text
        return " ".join(self.corrected.get(fold(word), word) for word in words_of(self.text))


def question(text: str, reader: str) -> Question:
    """Of a text of `asked_text`, by a reader of this language; one query, for the words."""
    return Question(text, asked_words(text, reader))


def _distinct(meaning: Meaning) -> Sequence[Expression]:
    return list(dict.fromkeys(term.wanted for term in meaning.instead))
