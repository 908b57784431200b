"""The one reader of the process environment, and the places files live in."""

from pathlib import Path

import environ

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(env.str("SITE_VAR", default=str(BASE_DIR / "var")))
