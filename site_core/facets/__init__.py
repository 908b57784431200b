"""
Filters with counts, kept in the address.

Any of the values inside one facet, all facets together. Whatever stands in the address that is not a known value
is left out without a word: a shared, mistyped or hostile address still shows a list.
"""

from site_core.facets.asking import Columns, Elsewhere, Facet, Question
from site_core.facets.index import FacetIndex, index_of
from site_core.facets.narrowing import Facets, address
from site_core.facets.shown import Chip, FacetGroup, FacetOption, Retreat

__all__ = [
    "Chip",
    "Columns",
    "Elsewhere",
    "Facet",
    "FacetGroup",
    "FacetIndex",
    "FacetOption",
    "Facets",
    "Question",
    "Retreat",
    "address",
    "index_of",
]
