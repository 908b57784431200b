"""How long answers take, and how many queries."""

import time
from collections.abc import Callable, Sequence
from statistics import quantiles
from urllib.parse import quote

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.backends.database import SearchBackend

from tests.performance.growth.questions import Question

Asked = Callable[[Question], object]


def ask_search(questions: Sequence[Question], rounds: int) -> dict:
    """The public search, as a reader opens it."""
    client = Client(SERVER_NAME="127.0.0.1")
    return _measured(
        lambda one: _opened(client, f"/{one.language}/search/?q={quote(one.text)}{one.narrowed}"),
        questions,
        rounds,
    )


def ask_admin(questions: Sequence[Question], rounds: int) -> dict:
    """An editor's search of all pages."""
    return _asked_by_an_editor("/admin/pages/search/", questions, rounds)


def ask_chooser(questions: Sequence[Question], rounds: int) -> dict:
    """An editor's search in the list from which a page is chosen."""
    return _asked_by_an_editor("/admin/choose-page/search/", questions, rounds)


def _asked_by_an_editor(address: str, questions: Sequence[Question], rounds: int) -> dict:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.get(username="editor"))
    return _measured(lambda one: _opened(client, f"{address}?q={quote(one.text)}"), questions, rounds)


def ask_stock(questions: Sequence[Question], rounds: int) -> dict:
    """What a view of Wagtail's tutorial does: ten pages of the results, and how many there are."""

    def ask(one: Question) -> object:
        found = SearchBackend({}).search(one.text, Page.objects.live())
        return found.count(), list(found[:10])

    return _measured(ask, questions, rounds)


def _opened(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)


def _measured(ask: Asked, questions: Sequence[Question], rounds: int) -> dict:
    """In ms: the 95th percentile of all, and the median of each kind of question; queries at most."""
    queries = 0
    for one in questions:  # also warms up
        with CaptureQueriesContext(connection) as captured:
            ask(one)
        queries = max(queries, len(captured))
    took: dict[str, list[float]] = {}
    for _round in range(rounds):
        for one in questions:
            begun = time.perf_counter()
            ask(one)
            took.setdefault(one.kind, []).append((time.perf_counter() - begun) * 1_000)
    every = [ms for of_kind in took.values() for ms in of_kind]
    median = {kind: round(sorted(of_kind)[len(of_kind) // 2], 1) for kind, of_kind in took.items()}
    return {"p95": round(quantiles(every, n=20)[-1], 1), "queries": queries, "median": median}
