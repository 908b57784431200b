"""
The database's own search, with every query cleaned before the database sees it.

Readers' queries are cleaned in the search view. Editors have a search box in every list and chooser of the admin, which
hand what was typed straight on: on SQLite one double quote is an error page there (stack.md, T19).
"""

from typing import Any

from wagtail.search.backends import database

from site_core.search.query import search_words

FINDS_NOTHING = "\ue000"
"""A word no text has: for queries of signs only. An empty query is not searched for, and Wagtail's lists of snippets
cannot show the empty result that comes of it."""


class WordsOnly:
    """Mixin of a search backend. Query objects, which code writes and nobody types, pass as they are."""

    def search(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return super().search(cleaned(query), *args, **kwargs)

    def autocomplete(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return super().autocomplete(cleaned(query), *args, **kwargs)


def cleaned(query: Any) -> Any:
    if not isinstance(query, str) or not query:
        return query
    return " ".join(search_words(query)) or FINDS_NOTHING


def words_only(backend: type) -> type:
    return type(f"WordsOnly{backend.__name__}", (WordsOnly, backend), {})


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name Wagtail looks for
    """The backend that suits the database, made safe."""
    plain = database.SearchBackend(dict(params))
    return words_only(type(plain))(params)
