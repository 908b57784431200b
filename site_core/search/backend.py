"""
The search of the admin's lists and choosers: Wagtail's own, by the keys that readers' search goes by.

Its index, its triggers, what it hears of and who may see what stay Wagtail's. What stands in the index and what it is
asked is analysed as for readers (`site_core.search.analysis`), so anything typed is words or nothing: a double quote
was an error page on SQLite, a NUL on both databases (stack.md, T19).
"""

from typing import Any

from wagtail.search.backends import database

from site_core.search.wagtail_index.compiler import KeysCompiler, KeysResults
from site_core.search.wagtail_index.writing import KeysIndex, WithoutDowntime


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name Wagtail looks for
    """The backend that suits the database."""
    params = {**params, "ATOMIC_REBUILD": False}
    return by_keys(type(database.SearchBackend(dict(params))))(params)


def by_keys(backend: Any) -> Any:
    def with_keys(mixin: type, of_wagtail: type) -> type:
        return type(f"{mixin.__name__}{of_wagtail.__name__}", (mixin, of_wagtail), {})

    compiler = with_keys(KeysCompiler, backend.autocomplete_query_compiler_class)
    parts = {
        "query_compiler_class": compiler,
        "autocomplete_query_compiler_class": compiler,
        "results_class": with_keys(KeysResults, backend.results_class),
        "index_class": with_keys(KeysIndex, backend.index_class),
        "rebuilder_class": WithoutDowntime,
    }
    return type(f"Keys{backend.__name__}", (backend,), parts)
