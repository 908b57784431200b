"""
Counts and days that read well in every language.

Wagtail puts a number before a plural, which is "0 kampanie" in Polish; wagtail-localize writes English months. Neither
has a setting for it.
"""

from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.admin.paginator import WagtailPaginator
from wagtail_localize import compat, models
from wagtail_localize.views import edit_translation

NUMERALS_ONLY = "%d.%m.%Y"


def count_without_grammar(paginator: WagtailPaginator) -> str:
    """“Kampanie: 5”. No number asks the word for another form."""
    return f"{capfirst(paginator.verbose_name_plural)}: {paginator.count}"


def write_counts_and_days_plainly() -> None:
    label = cached_property(count_without_grammar)
    label.__set_name__(WagtailPaginator, "items_count_label")
    WagtailPaginator.items_count_label = label
    for module in (compat, models, edit_translation):
        module.DATE_FORMAT = NUMERALS_ONLY
