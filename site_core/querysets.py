"""Sets of pages, in the words the rest of the house uses."""

from collections.abc import Sequence
from typing import cast

from django.apps import apps
from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, StrIndex
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from site_core.dialects import IsNone


def _restricted_ancestor() -> Exists:
    """
    Is there a view restriction on the page or above it? Asked in the same query, not in one before it.

    A site has a handful of restrictions, too few for PostgreSQL ever to count them by itself: it expects a hundred
    and more. Where it may join their pages, it reads all pages of the site for every row of a list, and so may SQLite.
    So each restriction looks up the path of its own page, by the key.
    """
    path_of_restricted = Page.objects.order_by().filter(pk=OuterRef("page_id")).values("path")
    return Exists(
        PageViewRestriction.objects.alias(
            place=StrIndex(OuterRef("path"), Subquery(path_of_restricted))
        ).filter(place=1)
    )


def only_published(pages: QuerySet) -> QuerySet:
    """Leave what every anonymous reader may see: live, open to all, and no alias (a copy in the wrong language)."""
    return pages.filter(~_restricted_ancestor(), IsNone(F("alias_of")), live=True)


def any_of(*sets: QuerySet) -> QuerySet:
    """
    Pages that are in any of these sets, each of which is looked up by an index of its own.

    Written with OR, PostgreSQL reads the whole table as soon as one of the conditions has a subquery in it.
    """
    first, *others = (pages.order_by().values("pk") for pages in sets)
    return Page.objects.filter(pk__in=first.union(*others, all=True) if others else first)


def with_restriction(pages: QuerySet) -> QuerySet:
    """Pages that know whether somebody must sign in or give a password to see them: `page.is_restricted`."""
    return pages.annotate(is_restricted=_restricted_ancestor())


def published_pages() -> QuerySet:
    """All pages of every type that an anonymous reader may see, without their specific fields."""
    return only_published(Page.objects.all())


def has_live_below(page: Page) -> bool:
    """Does anything stand below the page that readers may have the address of?"""
    return bool(page.get_descendants().filter(live=True, alias_of__isnull=True).exists())


def with_base_fields(pages: QuerySet) -> QuerySet:
    """
    Pages of any type with what every type has: `page.base_summary`, `page.base_palette`.

    One query joined to each type's table by its primary key, where `specific()` takes one query more per type.
    """
    links = [
        model._meta.model_name  # Django's own name of the way back from a parent's row
        for model in apps.get_models()
        if issubclass(model, Page) and hasattr(model, "summary") and model._meta.pk.name == "page_ptr"
    ]
    return pages.annotate(
        base_summary=Coalesce(*(f"{link}__summary" for link in links), Value(""), output_field=TextField()),
        base_palette=Coalesce(*(f"{link}__palette" for link in links), Value(""), output_field=TextField()),
    )


def readable_in(pages: QuerySet, codes: Sequence[str]) -> QuerySet:
    """
    Each page once, in the first of these languages that it is published in; the locale comes along, addresses need it.

    `codes` are what a reader reads, best first (`languages_read`). `reading_rank` of a page is the place of its
    language among them: 0 is the reader's own, which lists show first.
    """
    rank = Case(
        *(When(locale__language_code=code, then=Value(place)) for place, code in enumerate(codes)),
        output_field=IntegerField(),
    )
    best = Q(locale__language_code=codes[0])
    for place, code in enumerate(codes[1:], start=1):
        better = published_pages().filter(
            translation_key=OuterRef("translation_key"), locale__language_code__in=codes[:place]
        )
        best |= Q(locale__language_code=code) & Q(~Exists(better))
    return pages.filter(best).annotate(reading_rank=rank).select_related("locale")


class BasePageQuerySet(PageQuerySet):
    """Questions every page type can be asked."""

    def published(self) -> "BasePageQuerySet":
        """Live, open to everybody, no aliases."""
        return cast("BasePageQuerySet", only_published(self))

    def readable_in(self, codes: Sequence[str]) -> "BasePageQuerySet":
        """Each page once, in the first of these languages that it is published in (see the function)."""
        return cast("BasePageQuerySet", readable_in(self, codes))

    def with_card_fields(self) -> "BasePageQuerySet":
        """
        Pages of one type with what their cards show (`card_fields` of the type) and nothing else.

        A page has some fifty columns, one of them its whole text; reading and building all of them for a row of a
        list costs more than everything else in the list. What a card asks for beyond these fields is a query each.
        """
        return self.only(*self.model.card_fields, "locale__language_code")


BasePageManager = PageManager.from_queryset(BasePageQuerySet)
