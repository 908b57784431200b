"""PostgreSQL does not read all pages again for every page of a list, also when it has never counted its tables."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction

from site_core.querysets import published_pages, with_restriction
from tests.performance.siblings import add_siblings

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def pages_read(pages: QuerySet) -> float:
    """How many rows of the table of all pages this query looks at, in whatever order the planner chose."""
    query, values = pages.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {query}", values)
        (answer,) = cursor.fetchone()
    plan = (json.loads(answer) if isinstance(answer, str) else answer)[0]["Plan"]
    return sum(
        node["Actual Loops"] * (node["Actual Rows"] + node.get("Rows Removed by Filter", 0))
        for node in nodes(plan)
        if node.get("Relation Name") == Page._meta.db_table
    )


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from nodes(part)


@pytest.mark.parametrize("restrictions", [0, 2])
def test_private_pages_are_found_by_their_key(demo_page: Callable[..., Page], restrictions: int) -> None:
    event = demo_page("Krąg dialogu")
    add_siblings(event, 300)
    for page in event.get_siblings().order_by("-path")[:restrictions]:
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    siblings = with_restriction(event.get_siblings())
    assert sum(page.is_restricted for page in siblings) == restrictions
    listed = siblings.count()
    everything = Page.objects.count()
    assert pages_read(siblings) <= everything + listed * restrictions
    assert pages_read(published_pages()) <= everything * (1 + restrictions)
