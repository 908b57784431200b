import pytest

from tools.suite.server_seed import beside


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("postgres:///site?host=/tmp/pg-a&port=5432", "postgres:///seed?host=/tmp/pg-a&port=5432"),
        ("postgres://me:secret@db.example:5433/site", "postgres://me:secret@db.example:5433/seed"),
        ("postgres://db.example/site?sslmode=require", "postgres://db.example/seed?sslmode=require"),
    ],
)
def test_another_database_on_the_same_server(url: str, other: str) -> None:
    assert beside(url, "seed") == other
