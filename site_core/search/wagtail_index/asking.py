"""From what an editor typed to what is looked for: all of the words, the last of which may have been begun only."""

from dataclasses import dataclass

from django.utils.translation import get_language
from wagtail.search.query import And, Phrase, PlainText, SearchQuery

from site_core.search.asking.asked_words import asked_words
from site_core.search.index.expressions import Beginning, Expression, Key, all_of, any_of


@dataclass(frozen=True, slots=True)
class Asked:
    """`exact`: the words as they were typed, but for diacritics."""

    wanted: Expression
    exact: Expression


def asked(query: SearchQuery) -> Asked | None:
    """None where there are no words in it; one query, for the words."""
    words = asked_words(_typed(query), (get_language() or "").split("-")[0])
    if not words:
        return None
    folded = [Key(word.folded) for word in words]
    wanted = [word.wanted for word in words[:-1]]
    begun = any_of([Beginning(folded[-1]), words[-1].wanted])
    return Asked(all_of([*wanted, begun]), all_of(list(folded)))


def _typed(query: SearchQuery) -> str:
    """What the admin's search boxes make of a text: quotation marks part it, and all parts are wanted."""
    match query:
        case PlainText() | Phrase():
            return str(query.query_string)
        case And():
            return " ".join(map(_typed, query.subqueries))
    raise NotImplementedError(f"{type(query).__name__} is more than anybody types into a search box")
