"""Fixtures for tests/conftest.py: every worker's database begins as a copy of one that holds the demo's content.

Making the tables and loading the content takes most of a minute; copying takes a moment. So the suite's database
is never made by a worker: the worker finds the copy, and pytest-django is told to use what it finds.
Uploads are copied too; a storage that keeps files on the disk finds them.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import override_settings

from tools.suite.seed import ensure_seed
from tools.suite.server_seed import copy_on_server


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Use the database that is there. Migrations newer than the copy, if any, are still applied."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Put the copy where Django looks for the test database, and the uploads where it looks for files."""
    folder = tmp_path_factory.mktemp("site")
    if connection.vendor == "sqlite":
        media = copy_file(folder)
    else:
        name = connection.settings_dict["TEST"]["NAME"] or f"test_{connection.settings_dict['NAME']}"
        media = copy_on_server(os.environ["DATABASE_URL"], name)
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
