"""Everything between a fresh clone and a site that can start; each part is skipped when nothing changed."""

import shutil
from pathlib import Path

from tools.compile_catalogues import stale_catalogues
from tools.demo.site import Site
from tools.places import ROOMS, ROOT
from tools.stamps import Stamps, digest
from tools.terminal import step, unchanged

SETTINGS = (ROOT / "requirements.txt", ROOT / "site_core" / "settings")
DATABASE_STAMPS = ("migrations", "content_place", "content")


def prepare_site(site: Site) -> None:
    """Catalogues, tables, content and static files. Never changes what somebody has edited."""
    stamps = Stamps(site.state / "stamps.json")
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


def migrations(*words: str) -> str:
    """A fingerprint of everything that decides what the tables look like."""
    return digest([*SETTINGS, *(ROOT / room / "migrations" for room in ROOMS)], *words)


def fill_database(site: Site, stamps: Stamps) -> None:
    """Tables, and the demo's content if there is none yet.

    A file that we filled and that still exists needs no look inside. A server's database may have been
    emptied meanwhile, so there the commands themselves look each time.
    """
    file = site.sqlite_file
    known = file is not None and file.exists()
    if not known:
        stamps.forget(*DATABASE_STAMPS)
    place = digest([], site.database_url)

    tables = migrations(place)
    if stamps.match(migrations=tables):
        unchanged("Database")
    else:
        with step("Database"):
            site.quietly("migrate", "--no-input")
            site.quietly("index_search", "--if-empty")  # for content that is older than the index
        stamps.record(migrations=tables)

    content = digest([ROOT / "demo"])
    if stamps.match(content_place=place):
        unchanged("Demo content")
        if not stamps.match(content=content):
            print("  The repository's demo content is newer than yours; `make demo-reset` loads it anew.")
        return
    load_content(site)
    stamps.record(content_place=place, content=content)


def load_content(site: Site) -> None:
    """Load the demo's content, and keep the logins that it names."""
    name = "Demo content"
    with step(name):
        said = site.aloud(name, "load_demo", "--if-empty")
    path = logins_file(site)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)  # for whoever started the demo alone
    path.write_text(said, encoding="utf-8")


def logins_file(site: Site) -> Path:
    """One login per role, as `load_demo` said when it made them; shown at every start."""
    return site.state / "logins.txt"


def collect_static_files(site: Site, stamps: Stamps) -> None:
    """Hash and compress style sheets, scripts and fonts, ours and Wagtail's."""
    folders = (ROOT / "static", *(ROOT / room / "static" for room in ROOMS))
    sources = digest([*SETTINGS, *folders], str(site.place))
    if stamps.match(static=sources) and (site.place / "static").exists():
        unchanged("Static files")
        return
    with step("Static files"):
        site.quietly("collectstatic", "--no-input", "--clear")
    stamps.record(static=sources)


def start_over(site: Site) -> None:
    """Throw away the demo's database, its uploads and what the demo remembers of them."""
    if site.sqlite_file is None:
        site.tool("tools.demo.empty_database")
    else:
        remove_database(site.sqlite_file)
    shutil.rmtree(site.place / "media", ignore_errors=True)
    Stamps(site.state / "stamps.json").forget(*DATABASE_STAMPS)
    logins_file(site).unlink(missing_ok=True)


def remove_database(file: Path) -> None:
    """An SQLite database is up to three files."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
