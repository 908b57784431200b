"""A plugin of the first part's run on SQLite (`-p tests.noting`): which statements each test sends."""

import os
from collections.abc import Generator

import pytest
from django.db import connection

from tools.suite.statements import Notebook, forget

NOTEBOOK = Notebook()


def pytest_sessionstart(session: pytest.Session) -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ:  # the workers begin after this
        forget()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    if NOTEBOOK.hear not in connection.execute_wrappers:
        connection.execute_wrappers.append(NOTEBOOK.hear)
    with NOTEBOOK.test(item.nodeid):
        return (yield)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if NOTEBOOK.tests:
        NOTEBOOK.write(os.environ.get("PYTEST_XDIST_WORKER", "alone"))
