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
    """Uploaded files can be reached. A volume that is not mounted is an empty place and not an error."""
    if not isinstance(default_storage, FileSystemStorage):
        default_storage.exists("readiness")
    elif not os.access(default_storage.base_location, os.R_OK | os.X_OK):
        raise NotReady("the folder of uploaded files cannot be read")


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
