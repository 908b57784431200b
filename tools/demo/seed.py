"""The demo's content without a server, for the browser tests: `python -m tools.demo.seed`.

Made like the demo itself, in `var/test-seed`, and made anew when code or content that it comes from changed;
otherwise it is there already and this takes a moment.
"""

import os
import sys
from pathlib import Path

from tools.demo.address import Address
from tools.demo.preparation import prepare_site, start_over, state
from tools.demo.site import Site
from tools.locks import waiting_for
from tools.places import ROOMS, ROOT, var
from tools.stamps import Stamps, digest
from tools.terminal import Refused

PLACE = ROOT / "var" / "test-seed"


def sources() -> str:
    """A fingerprint of everything that decides what the seeded database holds."""
    code = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return digest([ROOT / "requirements.txt", ROOT / "demo", ROOT / "locale", *code])


def seed() -> Path:
    """The directory with a fresh demo in it: database, media, static files. One process makes it."""
    os.environ["SITE_VAR"] = str(PLACE)
    os.environ.pop("DATABASE_URL", None)
    with waiting_for(state() / "seed.lock"):
        site = Site(Path(sys.executable), Address(8000))
        stamps = Stamps(state() / "seed.json")
        made_from = sources()
        if not stamps.match(sources=made_from):
            start_over(site)
        prepare_site(site)
        stamps.record(sources=made_from)
    return var()


if __name__ == "__main__":
    try:
        seed()
    except Refused as refusal:
        sys.exit(str(refusal))
