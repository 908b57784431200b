"""Prepared queries answer what the querysets they are made of answer, whatever values they are asked with."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import CharField, DateTimeField, IntegerField, QuerySet, UUIDField
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from events.models import EventOccurrence
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
