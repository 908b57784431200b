"""What words may have been meant to be that no page and no dictionary has."""

from collections.abc import Sequence

from site_core.languages.chains import NOBODYS_FALLBACK
from site_core.models import SearchWord
from site_core.search.asking.asked_words import AskedWord
from site_core.search.index.expressions import Key
from site_core.search.index.found import Place
from site_core.search.index.store import store
from site_core.search.public import public_pages
from site_core.search.vocabulary import near

MOST_NEAR = 8
_LOOKED_AT = 50


def corrections(words: Sequence[AskedWord], reader: str) -> dict[str, SearchWord]:
    """
    By folded word, the word one slip away that it may have been meant to be; nothing for a word that is on a page in
    another form.

    Only words of pages that everybody may read: what has been withdrawn, or is for some people only, is nobody's
    suggestion. One's own language first, and never a Russian word for who does not read Russian. Two queries.
    """
    codes = {
        code for word in words for code in word.languages if code == reader or code not in NOBODYS_FALLBACK
    }
    found = {
        folded: sorted(others, key=lambda other: (other.language_code != reader, *_slip(folded, other)))[
            :MOST_NEAR
        ]
        for folded, others in near([word.folded for word in words], codes).items()
    }
    candidates = [other for others in found.values() for other in others]
    if not candidates:
        return {}
    # A word that only a file has may be one that its content note warns of, or be quoted from another language.
    asked = [
        *((word.wanted, [Place.ANYWHERE]) for word in words),
        *((Key(other.folded), [Place.OWN]) for other in candidates),
    ]
    met = store().meet(asked, _LOOKED_AT, only=public_pages())
    on_pages = {one.part for one in met}
    in_another_form = {word.folded for number, word in enumerate(words) if number in on_pages}
    readable = {other.pk for number, other in enumerate(candidates, start=len(words)) if number in on_pages}
    chosen = {
        folded: next((other for other in others if other.pk in readable), None)
        for folded, others in found.items()
        if folded not in in_another_form
    }
    return {folded: other for folded, other in chosen.items() if other is not None}


def _slip(asked: str, other: SearchWord) -> tuple[bool, bool, str]:
    """The first letter is rarely wrong, and two in the wrong order are the likeliest slip."""
    return asked[0] != other.folded[0], sorted(asked) != sorted(other.folded), other.spelling
