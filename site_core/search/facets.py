"""What the results of a search can be narrowed by."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model, QuerySet, TextField, Value
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page

from site_core.dialects import IsListed
from site_core.facets import Facet, Facets, Question
from site_core.languages.reading import reading_language
from site_core.languages.snippet_names import Names, names_in
from site_core.models import BasePage
from site_core.prepared import prepared

OTHER = "other"


@dataclass(frozen=True, slots=True)
class SearchFacets:
    """
    A room's offer: `facets(names)`, written for lists of pages of any type, asks questions to other tables by
    translation key only. `named`: snippets whose names are their options; looked up for all rooms in one query.
    """

    key: str
    order: int
    facets: Callable[[Names], list[Facet]]
    named: tuple[type[Model], ...] = ()


_registered: dict[str, SearchFacets] = {}


def register_search_facets(offer: SearchFacets) -> None:
    """Called by a room from its AppConfig."""
    _registered[offer.key] = offer


def search_facets() -> list[Facet]:
    """For the reader being answered: kinds of pages, which stand open, then what the rooms offer; one query."""
    offers = sorted(_registered.values(), key=lambda offer: offer.order)
    names = names_in(tuple(model for offer in offers for model in offer.named), reading_language().code)
    offered = [facet for offer in offers for facet in offer.facets(names)]
    return [_kinds(), *(replace(facet, folded=True) for facet in offered)]


def count_pages(facets: Facets, page_ids: Sequence[int]) -> None:
    """Of the pages with these ids, which are known to be public: what each facet would leave; two queries."""
    numbers = json.dumps(page_ids)
    facets.count(lambda question: _asked(question, numbers=numbers))


@prepared(numbers=TextField())
def _asked(question: Question, numbers: str) -> QuerySet:
    """`numbers`: one value, a list in JSON; each facet asks for all, and a database takes only so many values."""
    pages = Page.objects.filter(IsListed(F("pk"), numbers))
    return question(pages.annotate(reading_rank=Value(0)).order_by())


def _kinds() -> Facet:
    kinds = [
        (model.kind, capfirst(str(model._meta.verbose_name_plural)))
        for model in apps.get_models()
        if issubclass(model, BasePage) and model.is_looked_for_by_kind
    ]
    options = [*sorted(kinds), (OTHER, _("Other pages"))]
    return Facet("kind", _("What it is"), options, ("content_type_id",), _kind_of)


def _kind_of(content_type_id: int) -> Iterable[str]:
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    if model is not None and issubclass(model, BasePage) and model.is_looked_for_by_kind:
        yield model.kind
    else:
        yield OTHER
