"""What every answer asks is answered by an index, however many pages there are (docs/adr/0006)."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db


def test_the_index_of_depths_is_there() -> None:
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, "wagtailcore_page")
    assert constraints["site_core_pages_by_depth"]["columns"] == ["depth", "path"]


@pytest.mark.skipif(
    "connection.vendor != 'sqlite'", reason="PostgreSQL reads small tables as a whole, rightly"
)
@pytest.mark.parametrize(
    "address",
    [
        "/pl/",
        "/pl/kampanie/",
        "/uk/materialy/symbol-nienawisci-w-szkole/",
        "/pl/nie/ma/takiej/",
        "/pl/search/?q=hejt",
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
            if any(
                step.startswith("SCAN wagtailcore_page ") or step == "SCAN wagtailcore_page" for step in steps
            ):
                read.append(query["sql"])
    assert read == []
