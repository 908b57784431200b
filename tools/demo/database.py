"""Which database the demo uses, as far as that can be said without Django."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.places import var


def sqlite_file() -> Path | None:
    """The file of an SQLite database; None for a database server.

    Only about a file can we know that nobody emptied it since we filled it.
    """
    url = os.environ.get("DATABASE_URL")
    if not url:
        return var() / "site.sqlite3"
    parts = urlsplit(url)
    return Path(unquote(parts.path[1:])) if parts.scheme == "sqlite" else None


def server_database_name() -> str:
    """What the database of DATABASE_URL is called on its server."""
    return unquote(urlsplit(os.environ["DATABASE_URL"]).path.strip("/"))
