"""The demo's content in a PostgreSQL database that tests copy: `python -m tools.suite.server_seed`.

The server is the one that DATABASE_URL names, and the database beside the one it names. Its name says what it was
made from, so a server that lives longer than a run is used again.
"""

import os
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
from psycopg import sql

from tools.demo.site import Site
from tools.locks import waiting_for
from tools.places import ROOT
from tools.suite import seed
from tools.terminal import Refused, step

PLACE = ROOT / "var" / "test-seed-server"


def beside(url: str, database: str) -> str:
    """The address of another database on the same server."""
    # Not by urlunsplit, which makes "postgres:/name" of an address without a host.
    return re.sub(r"^([^:]+://[^/]*)/[^?]*", lambda found: f"{found[1]}/{database}", url)


def ensure_server_seed(url: str) -> tuple[str, Path]:
    """The name of the database to copy, and where its uploads are; made first when it is not there."""
    made_from = seed.content()[:12]
    kept = f"{unquote(urlsplit(url).path.strip('/'))}_seed_{made_from}"
    unfinished, place = f"{kept}_unfinished", PLACE / made_from
    with waiting_for(PLACE / "lock"), psycopg.connect(beside(url, "postgres"), autocommit=True) as server:
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [kept]).fetchone()
        if found is None or not place.exists():
            shutil.rmtree(place, ignore_errors=True)
            for name in (kept, unfinished):
                server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
            fill(beside(url, unfinished), place)
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                    sql.Identifier(unfinished), sql.Identifier(kept)
                )
            )
    return kept, place


def fill(url: str, place: Path) -> None:
    """Tables and content in an empty database; uploads in `place`."""
    site = Site(Path(sys.executable), place, "http://127.0.0.1:8000", url)
    with step("Database (server)"):
        site.quietly("migrate", "--no-input")
    seed.fill(site)


def copy_on_server(url: str, wanted: str) -> Path:
    """Make the database `wanted` as a copy of the seed, in the place of whatever has that name; the uploads."""
    kept, place = ensure_server_seed(url)
    with waiting_for(PLACE / "lock"), psycopg.connect(beside(url, "postgres"), autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(wanted)))
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(wanted), sql.Identifier(kept))
        )
    return place / "media"


if __name__ == "__main__":
    try:
        ensure_server_seed(os.environ["DATABASE_URL"])
    except Refused as refusal:
        sys.exit(str(refusal))
