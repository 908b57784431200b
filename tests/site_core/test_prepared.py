"""Prepared queries answer what the querysets they are made of answer, whatever values they are asked with."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import CharField, DateTimeField, IntegerField, Model, QuerySet, UUIDField
from django.db.models.functions import Upper
from django.test.utils import CaptureQueriesContext
from wagtail.blocks import StreamValue
from wagtail.models import Page

from events.models import EventOccurrence
from programme.models import PartnerInstitution
from resources.models import ResourcePage
from site_core.prepared import prepared

pytestmark = pytest.mark.django_db

built: list[tuple[str, int]] = []


@prepared(code=CharField(), keys=UUIDField())
def versions(code: str, keys: list[UUID]) -> QuerySet:
    built.append(("versions", len(keys)))
    return Page.objects.filter(locale__language_code=code, translation_key__in=keys).order_by("path")


@prepared(moment=DateTimeField())
def begun(limit: int, moment: datetime) -> QuerySet:
    dates = EventOccurrence.objects.filter(starts_at__lte=moment).order_by("starts_at", "pk")
    return dates.values_list("pk", "starts_at")[:limit]


@prepared(first=CharField(), last=CharField(), depth=IntegerField())
def children(first: str, last: str, depth: int) -> QuerySet:
    return Page.objects.filter(path__range=(first, last), depth=depth).select_related("locale")


def test_it_finds_what_the_queryset_finds() -> None:
    keys = list(
        Page.objects.filter(depth=3, locale__language_code="pl").values_list("translation_key", flat=True)
    )
    assert len(keys) > 3
    for code in ("pl", "uk", "pl"):
        for wanted in (keys, keys[:2], keys[-2:], [], [uuid4()]):
            plain = Page.objects.filter(locale__language_code=code, translation_key__in=wanted).order_by(
                "path"
            )
            assert versions(code=code, keys=wanted) == list(plain), (code, wanted)


def test_values_of_an_earlier_asking_do_not_stay() -> None:
    key = Page.objects.get(depth=2, locale__language_code="pl").translation_key
    assert [page.locale.language_code for page in versions(code="uk", keys=[key])] == ["uk"]
    assert versions(code="uk", keys=[uuid4()]) == []
    assert [page.locale.language_code for page in versions(code="en", keys={key})] == ["en"]


def test_sql_is_written_once_for_each_shape() -> None:
    versions(code="pl", keys=[uuid4()] * 5)
    built.clear()
    for code in ("pl", "uk", "be"):
        versions(code=code, keys=[uuid4()] * 5)
    assert built == []
    versions(code="pl", keys=[uuid4()] * 41)
    assert built == [("versions", 41)]


def test_moments_and_limits() -> None:
    moment = datetime(2027, 3, 1, 12, tzinfo=UTC)
    plain = EventOccurrence.objects.filter(starts_at__lte=moment).order_by("starts_at", "pk")
    assert begun(2, moment=moment) == list(plain.values_list("pk", "starts_at")[:2])
    assert len(begun(3, moment=moment)) == 3
    assert begun(3, moment=datetime(1999, 1, 1, tzinfo=UTC)) == []


def test_one_query_with_what_was_selected_beside() -> None:
    home = Page.objects.get(depth=2, locale__language_code="pl")
    first, last = home.path + "0000", home.path + "ZZZZ"
    with CaptureQueriesContext(connection) as queries:
        found = children(first=first, last=last, depth=3)
        assert {page.locale.language_code for page in found} == {"pl"}
    assert len(queries) == 1
    assert {page.pk for page in found} == {page.pk for page in home.get_children()}


def test_hostile_values_are_values() -> None:
    for value in ("' OR 1=1 --", "%s", "%(x)s", "\\", "пл", "a" * 5000):
        assert versions(code=value, keys=[uuid4()]) == []


def test_deferred_fields_come_when_they_are_asked_for() -> None:
    @prepared(slug=CharField())
    def cards(slug: str) -> QuerySet:
        return ResourcePage.objects.filter(slug=slug).with_card_fields()

    slug = ResourcePage.objects.filter(locale__language_code="pl").first().slug
    (page,) = cards(slug=slug)
    assert "body" in page.get_deferred_fields()
    assert page.body is not None


@prepared(code=CharField())
def everything(queryset_number: int, code: str) -> QuerySet:
    return of_every_kind(code)[queryset_number]


def of_every_kind(code: str) -> list[QuerySet]:
    """A queryset for each way in which rows become something: whole, in part, with more beside, as plain values."""
    lessons = ResourcePage.objects.filter(locale__language_code=code).order_by("pk")
    return [
        lessons,
        lessons.with_card_fields(),
        lessons.select_related("locale", "organisation__locale"),
        lessons.annotate(as_called=Upper("title")).defer("body"),
        EventOccurrence.objects.filter(page__locale__language_code=code)
        .order_by("pk")
        .select_related("page")
        .only("starts_at", "page__zone", "page__translation_key"),
        PartnerInstitution.objects.filter(locale__language_code=code).order_by("pk").select_related("locale"),
        lessons.values_list("translation_key", "last_published_at", "body"),
        lessons.values_list("title", flat=True),
        lessons.annotate(as_called=Upper("title")).values("title", "as_called", "pk"),
        lessons.order_by()
        .values_list("pk", "title")
        .union(Page.objects.order_by().values_list("pk", "title")),
    ]


def as_data(made: object) -> object:
    """All that is known of an instance, and of those beside it; of a body, what is stored."""
    if isinstance(made, StreamValue):
        return list(made.raw_data)
    if isinstance(made, tuple):
        return tuple(map(as_data, made))
    if isinstance(made, dict):
        return list(made.items())
    if not isinstance(made, Model):
        return made
    known = {name: as_data(value) for name, value in vars(made).items() if name != "_state"}
    beside = {name: as_data(value) for name, value in made._state.fields_cache.items()}
    return type(made), known, beside, made._state.db, made._state.adding


@pytest.mark.parametrize("number", range(len(of_every_kind("pl"))))
def test_what_rows_become_is_what_they_become_in_a_queryset(number: int) -> None:
    plain = [as_data(made) for made in of_every_kind("pl")[number]]
    found = [as_data(made) for made in everything(number, code="pl")]
    assert len(plain) > 1
    assert sorted(found, key=str) == sorted(plain, key=str)


def test_where_nothing_can_be_found_nothing_is_asked() -> None:
    with CaptureQueriesContext(connection) as queries:
        assert versions(code="pl", keys=[]) == []
    assert len(queries) == 0


def test_a_queryset_that_selects_more_than_it_gives_is_refused() -> None:
    @prepared(slug=CharField())
    def different(slug: str) -> QuerySet:
        return Page.objects.filter(slug=slug).order_by("path").values_list("title", flat=True).distinct()

    with pytest.raises(TypeError, match="distinct"):
        different(slug="kampanie")


def test_a_queryset_of_anything_else_is_refused() -> None:
    @prepared(slug=CharField())
    def named(slug: str) -> QuerySet:
        return Page.objects.filter(slug=slug).values_list("pk", named=True)

    with pytest.raises(TypeError, match="NamedValuesListIterable"):
        named(slug="kampanie")
