"""The readiness checks. Each returns when all is well and raises when it is not."""

import os
import shutil
import tempfile
import uuid
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from site_core.health.readiness import NotReady


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
    """What one request stores, another finds.

    A stand-in that covers for a cache server that is away counts as a failure.
    """
    if getattr(cache, "is_standing_in", False):
        raise NotReady("the cache server does not answer; each process uses its own memory")
    token = uuid.uuid4().hex
    cache.set(f"readiness:{token}", token, timeout=10)
    if cache.get(f"readiness:{token}") != token:
        raise NotReady("a value stored is not found again")
    cache.delete(f"readiness:{token}")


def disk() -> None:
    """Room for uploads and, with SQLite, for the database and its log."""
    for folder in {media_folder(), database_folder()}:
        free = shutil.disk_usage(folder).free
        if free < settings.READINESS_MIN_FREE_BYTES:
            raise NotReady(f"only {free // 2**20} MiB free")
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"ready")
            probe.flush()
            os.fsync(probe.fileno())


def media() -> None:
    """The folder of uploaded files is there and can be listed: an unmounted volume is an empty place, not
    an error.
    """
    folder = Path(settings.MEDIA_ROOT)
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK):
        raise NotReady("the folder of uploaded files cannot be read")


def media_folder() -> Path:
    return existing(Path(settings.MEDIA_ROOT))


def database_folder() -> Path:
    """Where the database writes, if it writes on this machine; else the place of the uploads again."""
    configured = settings.DATABASES[DEFAULT_DB_ALIAS]
    if (
        connection.vendor != "sqlite"
        or ":memory:" in str(configured["NAME"])
        or "mode=memory" in str(configured["NAME"])
    ):
        return media_folder()
    return existing(Path(configured["NAME"]).parent)


def existing(folder: Path) -> Path:
    """The folder or the nearest one above it: on the first day nothing has been uploaded yet."""
    while not folder.is_dir():
        folder = folder.parent
    return folder
