"""Fixtures for tests/conftest.py: every worker's database begins as a copy of one that holds the demo's content.

Making the tables and loading the content takes most of a minute; copying takes a moment. So the suite's database
is never made by a worker: the worker finds the copy, and pytest-django is told to use what it finds.
Uploads are copied too, and the suite's storage is a folder that is gone after the run.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from tools.demo.preparation import load_content
from tools.demo.site import Site
from tools.locks import waiting_for
from tools.places import ROOT
from tools.suite.seed import content, ensure_seed

ON_SERVER = ROOT / "var" / "test-seed-server"


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Use the database that is there. Migrations newer than the copy, if any, are still applied."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Put the copy where Django looks for the test database, and the uploads where it looks for files."""
    folder = tmp_path_factory.mktemp("site")
    with django_db_blocker.unblock():
        media = copy_file(folder) if connection.vendor == "sqlite" else copy_on_server()
    shutil.copytree(media, folder / "media")
    with override_settings(MEDIA_ROOT=folder / "media"):
        yield


def copy_file(folder: Path) -> Path:
    """A copy of the seed's SQLite database in `folder`; where its uploads are."""
    seed = ensure_seed()
    database = folder / "test.sqlite3"
    shutil.copyfile(seed / "site.sqlite3", database)
    connection.settings_dict["TEST"]["NAME"] = str(database)
    return seed / "media"


def copy_on_server() -> Path:
    """A copy, made by the database server, of a database that it keeps for this; where the uploads are.

    The name of the kept one says what it was made from, so a server that lives longer than a run is used again.
    """
    made_from = content()[:12]
    kept = f"{connection.settings_dict['NAME']}_seed_{made_from}"
    wanted = connection.settings_dict["TEST"]["NAME"] or f"test_{connection.settings_dict['NAME']}"
    with waiting_for(ON_SERVER / "lock"), connection._nodb_cursor() as cursor:  # noqa: SLF001 - documented nowhere, used by Django's own test runner
        place = ON_SERVER / made_from

        def run(sql: str, *names: str) -> None:
            cursor.execute(sql.format(*(connection.ops.quote_name(name) for name in names)))

        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [kept])
        if cursor.fetchone() is None or not place.exists():
            shutil.rmtree(place, ignore_errors=True)
            run("DROP DATABASE IF EXISTS {}", kept)
            run("DROP DATABASE IF EXISTS {}", f"{kept}_unfinished")
            run("CREATE DATABASE {}", f"{kept}_unfinished")
            fill(f"{kept}_unfinished", place)
            run("ALTER DATABASE {} RENAME TO {}", f"{kept}_unfinished", kept)
        run("DROP DATABASE IF EXISTS {}", wanted)
        run("CREATE DATABASE {} TEMPLATE {}", wanted, kept)
    return place / "media"


def fill(database: str, place: Path) -> None:
    """Tables and content in a database beside the one that DATABASE_URL names; uploads in `place`."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()
    site = Site(Path(sys.executable), place, "http://127.0.0.1:8000", url)
    site.quietly("migrate", "--no-input")
    load_content(site)
