"""Which tests ask a database something that others do not ask it."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, connection, transaction

from tests.conftest import asks_something_new
from tools.suite.parts import Part, of_part
from tools.suite.statements import Notebook, Noted, cover, digest, forget, noted


@pytest.fixture(autouse=True)
def somewhere_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SITE_VAR", str(tmp_path))


def test_statements_are_the_same_for_any_number_of_values() -> None:
    assert digest("SELECT a WHERE b IN (%s, %s, %s)") == digest("SELECT a WHERE b IN (%s)")
    assert digest("INSERT INTO a VALUES (%s, %s), (%s, %s)") == digest("INSERT INTO a VALUES (%s, %s)")
    assert digest('SAVEPOINT "s140051629357952_x3"') == digest('SAVEPOINT "s1_x14"')
    assert digest("SELECT a WHERE b = %s") != digest("SELECT a WHERE c = %s")


def test_a_test_that_sends_nothing_new_is_left_out() -> None:
    tests = {
        "all of it, slowly": Noted(9.0, frozenset("abc")),
        "two": Noted(1.0, frozenset("ab")),
        "the same two": Noted(3.0, frozenset("ab")),
        "the third": Noted(1.0, frozenset("c")),
        "nothing": Noted(0.1, frozenset()),
    }
    assert cover(tests) == {"two", "the third"}


def test_every_statement_is_sent_by_somebody() -> None:
    tests = {f"test {n}": Noted(0.1 + n % 7, frozenset(map(str, range(n, n + n % 5)))) for n in range(200)}
    chosen = cover(tests)
    assert set().union(*(tests[name].statements for name in chosen)) == set().union(
        *(test.statements for test in tests.values())
    )
    assert len(chosen) < len(tests) / 2


def test_all_processes_choose_the_same() -> None:
    tests = {f"test {n}": Noted(0.1, frozenset(map(str, range(n, n + 3)))) for n in range(50)}
    assert cover(tests) == cover(dict(reversed(tests.items())))


@pytest.mark.django_db
def test_what_is_sent_is_noted_written_and_read() -> None:
    notebook = Notebook()
    with connection.execute_wrapper(notebook.hear):
        with notebook.test("asks"):
            Group.objects.filter(pk__in=[1, 2]).exists()
        with notebook.test("asks the same"):
            Group.objects.filter(pk__in=[3, 4, 5]).exists()
        with notebook.test("asks nothing"):
            pass
    notebook.write("gw0")
    sent = {name: test.statements for name, test in noted().items()}
    assert len(sent["asks"]) == 1
    assert sent["asks the same"] == sent["asks"]
    assert sent["asks nothing"] == frozenset()
    forget()
    assert noted() == {}


def test_without_notes_both_parts_run_it_and_with_them_one_does(request: pytest.FixtureRequest) -> None:
    this = [request.node]
    assert [bool(of_part(this, part, asks_something_new(this, part))) for part in Part] == [True, True]
    notebook = Notebook()
    with notebook.test(request.node.nodeid):
        notebook.hear(lambda *sent: None, "SELECT a", (), False, {})
    notebook.write("gw0")
    assert [bool(of_part(this, part, asks_something_new(this, part))) for part in Part] == [True, False]
    with notebook.test(request.node.nodeid):
        pass
    notebook.write("gw0")
    assert [bool(of_part(this, part, asks_something_new(this, part))) for part in Part] == [False, True]


@pytest.mark.django_db
def test_what_runs_into_an_error_of_the_database_is_always_chosen() -> None:
    notebook = Notebook()
    with connection.execute_wrapper(notebook.hear):
        for name, group in (("quick", "one"), ("another", "two")):
            Group.objects.create(name=group)
            with notebook.test(name), pytest.raises(IntegrityError), transaction.atomic():
                Group.objects.create(name=group)
    assert cover(notebook.tests) == {"quick", "another"}
