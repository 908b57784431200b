"""What may have been meant by a question that nothing was found for: words that begin alike and look alike."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from site_core.languages.chains import NOBODYS_FALLBACK
from site_core.models import SearchWord
from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import words_of
from site_core.search.asking.asked_words import AskedWord
from site_core.search.asking.question import Question
from site_core.search.index.expressions import Key
from site_core.search.index.found import Place
from site_core.search.index.store import store
from site_core.search.public import public_pages
from site_core.search.vocabulary import beginning

ALIKE = 0.7
"""Share of the letters of both words that are the same, in the same order (difflib)."""
_SAME_LETTERS, _LENGTHS_APART = 3, 2
_SHORTEST, _MOST_WORDS, _MOST_ALIKE, _PROOFS = 4, 3, 5, 8


def nearest_question(asked: Question) -> str:
    """
    The question with words of public pages in the place of those that no page and no dictionary has; empty where there
    are none like them. Looser than a correction, so it is offered and not asked. Two queries at most.
    """
    unknown = [word for word in asked.words if not word.known and len(word.folded) >= _SHORTEST][:_MOST_WORDS]
    alike = {word.folded: _alike(word, begun, asked.reader) for word, begun in _begun(unknown, asked.reader)}
    candidates = [other for others in alike.values() for other in others]
    if not candidates:
        return ""
    # What a page says itself: a word that only a file has may be one that its content note warns of.
    wanted = [(Key(other.folded), [Place.OWN]) for other in candidates]
    proved = {candidates[one.part].pk for one in store().meet(wanted, _PROOFS, only=public_pages())}
    meant = {
        folded: next((other.spelling for other in others if other.pk in proved), "")
        for folded, others in alike.items()
    }
    if not any(meant.values()):
        return ""
    return " ".join(meant.get(fold(word)) or word for word in words_of(asked.text))


def _begun(words: Sequence[AskedWord], reader: str) -> list[tuple[AskedWord, list[SearchWord]]]:
    """With what begins with the same letters, in languages that this reader may be shown; one query."""
    starts = {
        word.folded[:_SAME_LETTERS]: [
            code for code in word.languages if code == reader or code not in NOBODYS_FALLBACK
        ]
        for word in words
    }
    begun = beginning({start: codes for start, codes in starts.items() if codes})
    return [
        (word, [other for other in begun if other.folded.startswith(word.folded[:_SAME_LETTERS])])
        for word in words
    ]


def _alike(word: AskedWord, begun: Sequence[SearchWord], reader: str) -> list[SearchWord]:
    """The likest first, one's own language before others."""
    matcher = SequenceMatcher(b=word.folded, autojunk=False)

    def share(other: SearchWord) -> float:
        matcher.set_seq1(other.folded)
        return matcher.ratio()

    shares = [
        (share(other), other)
        for other in begun
        if abs(len(other.folded) - len(word.folded)) <= _LENGTHS_APART
    ]
    likest = [(likeness, other) for likeness, other in shares if likeness >= ALIKE]
    likest.sort(key=lambda each: (-each[0], each[1].language_code != reader, each[1].spelling))
    return [other for _likeness, other in likest[:_MOST_ALIKE]]
