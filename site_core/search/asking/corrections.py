"""What words that nothing is spelt like may have been meant to be."""

from collections.abc import Sequence

from site_core.models import SearchWord
from site_core.querysets import published_pages
from site_core.search.asking.asked_words import AskedWord
from site_core.search.index.expressions import Key
from site_core.search.index.found import Place
from site_core.search.index.store import store
from site_core.search.vocabulary import near

MOST_NEAR = 4
_LOOKED_AT = 50


def slips(words: Sequence[AskedWord]) -> dict[str, list[SearchWord]]:
    """
    By folded word, words that are one slip away and stand on pages that everybody may read, the likeliest first.

    What a page said that has been withdrawn, or is for some people only, is nobody's suggestion. Three queries.
    """
    codes = {code for word in words for code in word.languages}
    found = {
        word: others[:MOST_NEAR] for word, others in near([word.folded for word in words], codes).items()
    }
    candidates = [other for others in found.values() for other in others]
    if not candidates:
        return {}
    met = store().meet([Key(other.folded) for other in candidates], _LOOKED_AT, [Place.ANYWHERE])
    public = set(
        published_pages()
        .filter(translation_key__in={one.translation_key for one in met})
        .values_list("translation_key", "locale__language_code")
    )
    readable = {candidates[one.part].pk for one in met if (one.translation_key, one.language_code) in public}
    return {word: [other for other in others if other.pk in readable] for word, others in found.items()}
