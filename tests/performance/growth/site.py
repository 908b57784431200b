"""A copy of the demonstration that may grow."""

import os
from pathlib import Path

from tools.suite.seeded_site import copy_of_seed
from tools.suite.server_seed import beside, copy_on_server

SCRATCH = "search_growth"


def begin(folder: Path) -> str:
    """Set Django up on a copy of the seed; answers the database's vendor. Once in a process."""
    if url := os.environ.get("DATABASE_URL", ""):
        copy_on_server(url, SCRATCH)
        os.environ["DATABASE_URL"] = beside(url, SCRATCH)
    copy_of_seed(folder)
    os.environ["SITE_VAR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_core.settings.demo"
    os.environ.setdefault("SITE_URL", "http://127.0.0.1:8000")
    import django

    django.setup()
    from django.db import connection

    from site_core.search.loading import load

    load()
    return connection.vendor
