"""Where things are in this clone."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("site_core", "organisations", "programme", "campaigns", "events", "resources", "demo")


def var() -> Path:
    """The one directory the site writes to: SITE_VAR, or `var/` in the clone. Made when it is missing."""
    directory = Path(os.environ.get("SITE_VAR") or ROOT / "var").absolute()
    directory.mkdir(parents=True, exist_ok=True)
    return directory


def shown(path: Path) -> str:
    """The path as a person in the clone would type it."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
