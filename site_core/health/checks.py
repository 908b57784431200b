"""The readiness checks. Each returns when all is well and raises when it is not."""

import os
import shutil
import tempfile
import uuid
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from wagtail.images import get_image_model

from site_core.health.readiness import NotReady

# How many of the newest pictures must all be missing before something is wrong with the place, and not with one.
NEWEST = 3


def database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def migrations() -> None:
    """Everything this code expects has been applied. One query; the files are read once per process."""
    applied = set(MigrationRecorder(connection).applied_migrations())
    missing = sorted(latest_migrations() - applied)
    if missing:
        raise NotReady(f"{len(missing)} not applied, among them {'.'.join(missing[0])}")


@lru_cache(maxsize=1)
def latest_migrations() -> frozenset[tuple[str, str]]:
    """The newest migration of each app, as the files have it.

    Whoever records one has recorded what it builds on.
    """
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def shared_cache() -> None:
    """What one request stores, another finds. A stand-in for a cache server that is away counts as a failure."""
    token = uuid.uuid4().hex
    cache.set(f"readiness:{token}", token, timeout=10)
    found = cache.get(f"readiness:{token}")
    if getattr(cache, "is_standing_in", False):
        raise NotReady("the cache server does not answer; each process uses its own memory")
    if found != token:
        raise NotReady("a value stored is not found again")
    cache.delete(f"readiness:{token}")


def disk() -> None:
    """Room to write: for uploads, and with SQLite for the database and its log."""
    for folder in folders_written_to():
        free = shutil.disk_usage(folder).free
        if free < settings.READINESS_MIN_FREE_BYTES:
            raise NotReady(f"only {free // 2**20} MiB free")
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"ready")
            probe.flush()
            os.fsync(probe.fileno())


def media() -> None:
    """The pictures uploaded last are where they should be: a volume that is not mounted is an empty folder, no error.

    One that was lost is not yet a reason to stop serving; several in a row are.
    """
    newest = list(get_image_model().objects.order_by("-pk").values_list("file", flat=True)[:NEWEST])
    if newest and not any(default_storage.exists(name) for name in newest):
        raise NotReady("none of the pictures uploaded last can be found")


def folders_written_to() -> set[Path]:
    folders = set()
    if isinstance(default_storage, FileSystemStorage):
        folders.add(existing(Path(default_storage.base_location)))
    database_file = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and "memory" not in database_file:
        folders.add(existing(Path(database_file).parent))
    return folders


def existing(folder: Path) -> Path:
    """The folder or the nearest one above it: on the first day nothing has been uploaded yet."""
    while not folder.is_dir():
        folder = folder.parent
    return folder
