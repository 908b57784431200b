"""Take the pictures of the handbook, in Polish and English, each language on a fresh copy of the demo's content."""

import signal
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tools.places import ROOT, shown
from tools.screenshots.desk import LOCALES, Desk
from tools.screenshots.registry import Scene, all_scenes
from tools.screenshots.saving import save
from tools.suite.chromium import chromium, chromium_arguments
from tools.suite.seeded_site import copy_of_seed, site_answering
from tools.terminal import Refused, step
from tools.with_postgres import stop_on_terminate

HANDBOOK = ROOT / "docs" / "editors"


def main(names: list[str]) -> int:
    """The exit code: 0 all pictures taken, 1 not all. Unknown names are refused before anything starts."""
    known = all_scenes()
    if unknown := set(names) - set(known):
        print(f"There is no picture called {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, stop_on_terminate)
    try:
        scenes = {name: scene for name, scene in known.items() if not names or name in names}
        missed = [
            name
            for language in LOCALES
            for name in take_all(language, scenes, HANDBOOK / language / "images")
        ]
    except Refused as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    if missed:
        print(f"\nNot taken: {', '.join(missed)}.", file=sys.stderr)
    return 1 if missed else 0


def take_all(language: str, scenes: dict[str, Scene], folder: Path) -> list[str]:
    """Take the scenes in their order; some change what later ones show. Names of those that failed."""
    missed = []
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as place,
        site_answering(copy_of_seed(Path(place))) as url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=chromium_arguments())
        desk = Desk(browser, url, Path(place) / "site.sqlite3", language)
        for name, scene in scenes.items():
            try:
                with step(f"{name} ({language})"):
                    save(scene(desk), folder / f"{name}.webp")
            except Error as failure:
                print(f"  {name}: {failure.message}", file=sys.stderr)
                missed.append(f"{name} ({language})")
        browser.close()
    print(f"  in {shown(folder)}")
    return missed
