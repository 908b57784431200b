"""By which words an editor finds something: a page by its title, a file by its title and tags, a topic by its name."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import Manager, Model
from wagtail.search.index import AutocompleteField, BaseField, RelatedFields, SearchField

from site_core.search.analysis.analysers import keys_of, languages_of_script
from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import words_of
from site_core.search.index.words import IndexedWord

MOST_WORDS = 1_000
"""Of one object; titles and descriptions have a few dozen."""


def indexed_words(found: Model, code: str) -> list[IndexedWord]:
    """Of an object in this language; "" if it is in none, as pictures are."""
    words = (word for text in _texts(found) for word in words_of(text))
    indexed = (IndexedWord(word, fold(word), _keys(word, code), code) for word in islice(words, MOST_WORDS))
    return [word for word in indexed if word.folded.isalnum()]


def _keys(word: str, code: str) -> tuple[str, ...]:
    """A Polish title may have English or Ukrainian words in it, and a question is asked in any language too."""
    codes = {*languages_of_script(word), *([code] if code else [])}
    return tuple(sorted({key for each in codes for key in keys_of(word, each)}))


def _texts(found: Model) -> Iterator[str]:
    """What the model declares for completion while typing, as Wagtail does it; everything where it declares nothing."""
    model: Any = type(found)
    kind = AutocompleteField if model.get_autocomplete_search_fields() else SearchField
    yield from dict.fromkeys(_values(found, model.get_search_fields(), kind))


def _values(found: Any, fields: Iterable[BaseField | RelatedFields], kind: type[BaseField]) -> Iterator[str]:
    for field in fields:
        if isinstance(field, RelatedFields):
            related = field.get_value(found)
            for other in related.all() if isinstance(related, Manager) else [related]:
                if other is not None:
                    yield from _values(other, field.fields, kind)
        elif isinstance(field, kind):
            value = field.get_value(found)
            yield from map(str, value if isinstance(value, list | tuple) else [value or ""])
