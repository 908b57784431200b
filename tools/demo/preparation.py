"""Everything between a fresh clone and a site that can start; each part is skipped when nothing changed."""

import shutil
from pathlib import Path

from tools.compile_catalogues import stale_catalogues
from tools.demo.database import sqlite_file
from tools.demo.site import Site
from tools.places import ROOMS, ROOT, var
from tools.stamps import Stamps, digest
from tools.terminal import step, unchanged

SETTINGS = (ROOT / "requirements.txt", ROOT / "site_core" / "settings")
LOGINS = "logins.txt"
DATABASE_STAMPS = ("migrations", "content_place", "content")


def state() -> Path:
    """Where the demo remembers what it did."""
    return var() / "demo"


def prepare_site(site: Site) -> None:
    """Catalogues, tables, content and static files. Never changes what somebody has edited."""
    stamps = Stamps(state() / "stamps.json")
    compile_catalogues(site)
    fill_database(site, stamps)
    collect_static_files(site, stamps)


def compile_catalogues(site: Site) -> None:
    """Make the interface speak its languages; the compiled catalogues are not in the repository."""
    name = "Interface languages"
    if not stale_catalogues():
        unchanged(name)
        return
    with step(name):
        site.tool("tools.compile_catalogues")


def fill_database(site: Site, stamps: Stamps) -> None:
    """Tables, and the demo's content if there is none yet.

    A file that we filled and that still exists needs no look inside. A server's database may have been
    emptied meanwhile, so there the commands themselves look each time.
    """
    file = sqlite_file()
    known = file is not None and file.exists()
    if not known:
        stamps.forget(*DATABASE_STAMPS)
    place = digest([], str(file) if file else site.environment["DATABASE_URL"])
    migrations = digest([*SETTINGS, *(ROOT / room / "migrations" for room in ROOMS)], place)
    if known and stamps.match(migrations=migrations):
        unchanged("Database")
    else:
        with step("Database"):
            site.quietly("migrate", "--no-input")
        stamps.record(migrations=migrations)

    content = digest([ROOT / "demo"])
    if known and stamps.match(content_place=place):
        unchanged("Demo content")
        if not stamps.match(content=content):
            print("  The repository's demo content is newer than yours; `make demo-reset` loads it anew.")
        return
    name = "Demo content"
    with step(name):
        keep_logins(site.aloud(name, "load_demo", "--if-empty"))
    stamps.record(content_place=place, content=content)


def keep_logins(said: str) -> None:
    """Keep what `load_demo` said of logins, to be shown at every start; nobody else may read it."""
    path = state() / LOGINS
    path.touch(mode=0o600)
    path.write_text(said, encoding="utf-8")


def logins() -> str:
    """One login per role, as `load_demo` said when it made them."""
    path = state() / LOGINS
    return path.read_text(encoding="utf-8") if path.exists() else ""


def collect_static_files(site: Site, stamps: Stamps) -> None:
    """Hash and compress style sheets, scripts and fonts, ours and Wagtail's."""
    sources = digest([*SETTINGS, ROOT / "static", *(ROOT / room / "static" for room in ROOMS)], str(var()))
    if stamps.match(static=sources) and (var() / "static").exists():
        unchanged("Static files")
        return
    with step("Static files"):
        site.quietly("collectstatic", "--no-input", "--clear")
    stamps.record(static=sources)


def start_over(site: Site) -> None:
    """Throw away the demo's database, its uploads and what the demo remembers."""
    file = sqlite_file()
    if file is None:
        site.tool("tools.demo.empty_database")
    else:
        for path in (file, *(file.with_name(file.name + suffix) for suffix in ("-wal", "-shm", "-journal"))):
            path.unlink(missing_ok=True)
    shutil.rmtree(var() / "media", ignore_errors=True)
    Stamps(state() / "stamps.json").forget(*DATABASE_STAMPS)
    (state() / LOGINS).unlink(missing_ok=True)
