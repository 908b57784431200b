"""What every answer asks is answered by an index, however many pages there are (docs/adr/0006)."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db

# As it stands in the file, or by the index of aliases: nearly every page is none.
READS_ALL = re.compile(r"SCAN wagtailcore_page( |$)|INDEX wagtailcore_page_alias_of_\w+ \(alias_of_id=\?\)$")


def test_the_index_of_depths_is_there() -> None:
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, "wagtailcore_page")
    assert constraints["site_core_pages_by_depth"]["columns"] == ["depth", "path"]


@pytest.mark.sqlite  # PostgreSQL reads small tables as a whole, rightly
@pytest.mark.parametrize(
    "address",
    [
        "/pl/",
        "/pl/kampanie/",
        "/uk/materialy/symbol-nienawisci-w-szkole/",
        "/pl/nie/ma/takiej/",
        "/pl/search/?q=hejt",
        "/pl/search/?q=lekcje+o+hejcie",
        "/pl/search/suggestions/?q=niena",
        "/pl/wydarzenia/",
        "/ar/campaigns/i-hear-it-i-respond/",
    ],
)
def test_no_answer_reads_the_whole_table_of_pages(reader: Client, address: str) -> None:
    reader.get(address)
    with CaptureQueriesContext(connection) as queries:
        reader.get(address)
    read: list[str] = []
    for query in queries.captured_queries:
        if query["sql"].startswith(("SELECT", "WITH")):
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                steps = [step for *_, step in cursor.fetchall()]
            if any(READS_ALL.search(step) for step in steps):
                read.append(query["sql"])
    assert read == []
