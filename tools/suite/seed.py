"""The demo's content for the tests, loaded once and copied by every worker: `python -m tools.suite.seed [--both]`.

Kept in `var/test-seed/`: a database with all tables, one with the content besides, media and static files. Each is
made anew when what it comes from changed, or the day: some dates of the content count from today.
"""

import datetime
import shutil
import subprocess
import sys
from pathlib import Path

from tools.demo.preparation import (
    collect_static_files,
    compile_catalogues,
    load_content,
    migrations,
    remove_database,
)
from tools.demo.site import Site
from tools.locks import waiting_for
from tools.places import ROOMS, ROOT
from tools.stamps import Stamps, digest
from tools.terminal import Refused, step, unchanged

PLACE = ROOT / "var" / "test-seed"
# Code that shows content, and does not make it.
SHOWING = {
    *("templatetags", "security", "health", "logging", "views.py", "urls.py", "middleware.py", "style_page"),
    *("asking", "curated", "demand", "results.py", "ranking.py", "extracts.py", "file_extracts.py"),
    *("suggestions.py", "facets", "facets.py", "filters.py"),
}


def content() -> str:
    """A fingerprint of everything that decides what the seeded database holds."""
    code = [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if SHOWING.isdisjoint(path.parts)]
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    ours = Path(__file__).with_name("pictures.py")
    return digest([ROOT / "requirements.txt", ROOT / "demo", ours, *code], today)


def seed() -> None:
    """Bring the seed up to date. One process works, others wait for it."""
    with waiting_for(PLACE / "lock"):
        site = Site(Path(sys.executable), PLACE, "http://127.0.0.1:8000")
        stamps = Stamps(site.state / "stamps.json")
        compile_catalogues(site)
        tables_changed = make_tables(stamps)
        made_from = content()
        if tables_changed or not stamps.match(content=made_from):
            stamps.forget("content")
            database = PLACE / "site.sqlite3"
            remove_database(database)
            shutil.copyfile(PLACE / "tables.sqlite3", database)
            shutil.rmtree(PLACE / "media", ignore_errors=True)
            fill(site)
            stamps.record(content=made_from)
        else:
            unchanged("Demo content")
        collect_static_files(site, stamps)


def fill(site: Site) -> None:
    """The content, and its pictures in the sizes that pages show."""
    load_content(site)
    with step("Pictures"):
        site.tool("tools.suite.pictures")


def make_tables(stamps: Stamps) -> bool:
    """A database with every table and nothing in it, which is what takes long; whether it was made anew."""
    database = PLACE / "tables.sqlite3"
    made_from = migrations()
    if database.exists() and stamps.match(tables=made_from):
        unchanged("Database")
        return False
    stamps.forget("tables", "content")
    remove_database(database)
    with step("Database"):
        url = f"sqlite:///{database}"
        Site(Path(sys.executable), PLACE, "http://127.0.0.1:8000", url).quietly("migrate", "--no-input")
    stamps.record(tables=made_from)
    return True


def ensure_seed() -> Path:
    """The seed's directory, brought up to date by a process of its own: ours keeps its environment.

    RuntimeError with everything that process said when it fails.
    """
    finished = subprocess.run(
        [sys.executable, "-m", "tools.suite.seed"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode:
        raise RuntimeError(f"The demo content could not be loaded:\n{finished.stdout}{finished.stderr}")
    return PLACE


def seed_both() -> None:
    """The seed, and at the same time the one on the server that DATABASE_URL names: each keeps one core busy."""
    with subprocess.Popen([sys.executable, "-m", "tools.suite.server_seed"], cwd=ROOT) as on_server:
        seed()
    if on_server.returncode:
        raise Refused("The demo content could not be loaded on PostgreSQL; what it said stands above.")


if __name__ == "__main__":
    try:
        seed_both() if "--both" in sys.argv else seed()
    except Refused as refusal:
        sys.exit(str(refusal))
