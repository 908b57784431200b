"""Two processes that index the same pages at the same time leave the index that one leaves."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from psycopg import sql
from wagtail.models import Page

from tools.demo.site import Site
from tools.places import ROOT
from tools.suite.seed import ensure_seed
from tools.suite.server_seed import beside, copy_on_server

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TITLES = ("Świadek nie jest bezradny", "Sąsiedzki stół")
PATIENCE = 200  # seconds


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """With a database of its own, a copy of the prepared one."""
    if connection.vendor == "sqlite":
        shutil.copyfile(ensure_seed() / "site.sqlite3", tmp_path / "site.sqlite3")
        yield Site(Path(sys.executable), tmp_path, "http://127.0.0.1:8000")
        return
    url, name = os.environ["DATABASE_URL"], f"{connection.settings_dict['NAME']}_together"
    copy_on_server(url, name)
    yield Site(Path(sys.executable), tmp_path, "http://127.0.0.1:8000", beside(url, name))
    with psycopg.connect(beside(url, "postgres"), autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


def started(site: Site, call: str) -> "subprocess.Popen[str]":
    code = f"from tests.site_core.search import together; together.{call}"
    return subprocess.Popen(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
        cwd=ROOT,
        env=site.environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(*processes: "subprocess.Popen[str]") -> str:
    answers = [process.communicate(timeout=PATIENCE)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return "".join(answers)


def test_two_at_once_leave_what_one_leaves(
    site: Site, demo_page: Callable[..., Page], tmp_path: Path
) -> None:
    keys = [demo_page(title).translation_key for title in TITLES]
    pages = list(Page.objects.filter(translation_key__in=keys, live=True).values_list("pk", flat=True))
    before = json.loads(said(started(site, f"tell({pages})")))
    said(started(site, f"forget({pages})"))
    start = tmp_path / "start"
    both = [started(site, f"index({order}, {str(start)!r})") for order in (pages, pages[::-1])]
    start.touch()
    said(*both)
    after = json.loads(said(started(site, f"tell({pages})")))
    assert after["pages"] == before["pages"]
    assert after["words"] == before["words"]
