"""A question, as the index is asked it: by its own words, and by what means the same."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from site_core.search.analysis.folding import fold, folded_words
from site_core.search.analysis.words import words_of
from site_core.search.asking.asked_words import AskedWord, analysed_words, complete
from site_core.search.asking.corrections import corrections
from site_core.search.curated.current import NOTHING, Curated, curated_in
from site_core.search.curated.pins import Pin
from site_core.search.index.expressions import Expression, InThisOrder, Key, all_of, any_of
from site_core.search.query import MAX_CHARACTERS, MAX_WORDS
from site_core.search.thesaurus.calls_for_help import is_a_call_for_help
from site_core.search.thesaurus.concepts import Meaning, Term, meanings

LEAST_REMEMBERED = 4
"""Words."""
HERE, SAID_OF_EVERYTHING = "this-city", 0.25
"""The concept of `terms.csv` that names the place all of the site is about, and what its name weighs beside others."""
_MARKS = '"„“”«»'
_QUOTED = re.compile(f"[{_MARKS}]([^{_MARKS}]+)[{_MARKS}]")


@dataclass(frozen=True, slots=True)
class Part:
    """Words that are looked for together, what means the same, and what is related."""

    words: tuple[AskedWord, ...]
    instead: tuple[Expression, ...]
    related: tuple[Expression, ...]
    concepts: frozenset[str] = frozenset()

    @property
    def weight(self) -> float:
        """In words; what is said of everything here hardly tells one page from another, though titles have it."""
        return SAID_OF_EVERYTHING if HERE in self.concepts else float(len(self.words))

    @property
    def own(self) -> Expression:
        return all_of([word.wanted for word in self.words])


@dataclass
class Question:
    """
    `corrected`: words, folded, that none of the site is spelt like, each with what it may have been meant to be.

    `editors`: what they have added to the search. `help_page`: the translation key of the page where help stands.
    """

    text: str
    reader: str
    words: list[AskedWord]
    editors: Curated = NOTHING
    corrected: dict[str, str] = field(default_factory=dict)
    help_page: UUID | None = None

    @cached_property
    def meanings(self) -> list[Meaning]:
        return meanings(self.words, self.editors.thesaurus)

    @cached_property
    def phrases(self) -> list[InThisOrder]:
        """What was put in quotation marks, to be found in this order."""
        meant = {folded: fold(word) for folded, word in self.corrected.items()}
        typed = map(folded_words, _QUOTED.findall(self.text))
        quoted = ([meant.get(word, word) for word in words] for words in typed)
        keys = (tuple(Key(word) for word in words if word.isalnum()) for words in quoted)
        return [InThisOrder(phrase) for phrase in keys if len(phrase) > 1]

    @property
    def unquoted(self) -> str:
        """The same without quotation marks; empty if nothing was put in them."""
        return " ".join(re.sub(f"[{_MARKS}]", " ", self.text).split()) if self.phrases else ""

    @property
    def sequence(self) -> InThisOrder | None:
        """All that was typed, as of a sentence somebody remembers; None if it is too short to be one."""
        words = [word for word in folded_words(self.text[:MAX_CHARACTERS]) if word.isalnum()]
        remembered = len(words) >= LEAST_REMEMBERED and not self.corrected and not self.phrases
        return InThisOrder(tuple(Key(word) for word in words[:MAX_WORDS])) if remembered else None

    @property
    def exact(self) -> Expression:
        return all_of([*(word.wanted for word in self.words), *self.phrases])

    @property
    def widened(self) -> Expression | None:
        """With what means the same; None if nothing is known to, or the very words were asked for."""
        if not self.meanings or self.phrases:
            return None
        return all_of([any_of([part.own, *part.instead]) for part in self.parts])

    @property
    def sought(self) -> list[set[str]]:
        """
        For each word, the keys of those that are marked where they are found. Of terms of several words none: a
        "lesson" may be called an "hour of class", and not every hour is one.
        """
        sought = [word.all_keys for word in self.words]
        for meaning in self.meanings:
            alone = {key for term in meaning.instead if len(term.words) == 1 for key in term.looked_for[0]}
            for keys in sought[meaning.start : meaning.end]:
                keys |= alone
        return sought

    @cached_property
    def parts(self) -> list[Part]:
        """Each word, or what several name together."""
        parts, at = [], 0
        by_start = {meaning.start: meaning for meaning in self.meanings}
        while at < len(self.words):
            meaning = by_start.get(at)
            words = tuple(self.words[at : meaning.end if meaning else at + 1])
            instead, related = (meaning.instead, meaning.related) if meaning else ((), ())
            concepts = meaning.concepts if meaning else frozenset()
            parts.append(Part(words, _different(instead), _different(related), concepts))
            at += len(words)
        return parts

    def correct(self) -> None:
        """
        Take words that no page, no dictionary and no thesaurus has for what they may have been meant to be, if there is
        such a word: typed on a keyboard of another script, or with a slip. Two queries at most, and none without such
        a word.
        """
        named = {at for meaning in self.meanings for at in range(meaning.start, meaning.end)}
        unknown = [word for at, word in enumerate(self.words) if not word.known and at not in named]
        if not unknown:
            return
        other_script = {
            word.folded: meant
            for word in unknown
            if (meant := next((other for other in word.on_keyboards if other.known), None))
        }
        left = [word for word in unknown if word.folded not in other_script]
        one_slip = corrections(left, self.reader) if left else {}
        for word in unknown:
            if meant := other_script.get(word.folded):
                self.corrected[word.folded] = meant.text
                word.keys |= meant.all_keys
            elif nearest := one_slip.get(word.folded):
                self.corrected[word.folded] = nearest.spelling
                word.keys |= {nearest.folded, *nearest.keys.split()}
        for known in ("meanings", "parts", "phrases", "pinned", "help_first"):
            self.__dict__.pop(known, None)

    @cached_property
    def pinned(self) -> list[Pin]:
        """To who calls for help, where it stands, then what editors show first to who asks this; after corrections."""
        pins = self.editors.pinned_to(self.words, self.reader)
        if not self.help_first:
            return pins
        help_pin = Pin(self.help_first, self.reader, (), "")
        pinned = next((pin for pin in pins if pin.translation_key == self.help_first), help_pin)
        return [pinned, *(pin for pin in pins if pin is not pinned)]

    @cached_property
    def help_first(self) -> UUID | None:
        """The page where help stands, for who calls for it."""
        calls = is_a_call_for_help(self.text, self.words, self.meanings, self.reader)
        return self.help_page if calls else None

    @property
    def corrected_text(self) -> str:
        """The question with the corrections in it; what it was if there are none."""
        if not self.corrected:
            return self.text
        return " ".join(self.corrected.get(fold(word), word) for word in words_of(self.text))


def _different(terms: Iterable[Term]) -> tuple[Expression, ...]:
    return tuple(dict.fromkeys(term.wanted for term in terms))


def question(text: str, reader: str) -> Question:
    """Of a text of `asked_text`, by a reader of this language; one query, for the words and what editors added."""
    language = reader.split("-")[0]
    words = analysed_words(text, language)
    return Question(text, language, words, curated_in(complete(words)))
