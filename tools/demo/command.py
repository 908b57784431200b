"""`make demo` and `make demo-reset` from beginning to end."""

import os
import sys
from urllib.parse import unquote, urlsplit

from tools.demo.address import Address, chosen_address
from tools.demo.preparation import logins_file, prepare_site, start_over
from tools.demo.server import serve
from tools.demo.site import Site
from tools.locks import only_one
from tools.places import ROOT, var
from tools.terminal import Refused
from tools.virtual_environment import prepare

INTERRUPTED = 130


def main(arguments: list[str]) -> int:
    """Serve the demo until it is stopped. The exit code: 0 stopped, 1 refused, 130 broken off before."""
    os.chdir(ROOT)
    try:
        return run(reset="--reset" in arguments)
    except Refused as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped before the site was ready; `make demo` goes on from here.", file=sys.stderr)
        return INTERRUPTED


def run(reset: bool) -> int:
    """The steps, in order."""
    with only_one(var() / "demo" / "lock") as ours:
        if not ours:
            raise Refused("The demo of this clone is running already: use it, or stop it first with Ctrl-C.")
        address = chosen_address()
        database_url = os.environ.get("DATABASE_URL")
        if reset:
            confirm_reset(database_url)
        print("Wspólny Język: the demonstration\n", flush=True)
        site = Site(prepare(".venv", "requirements.txt"), var(), address.url, database_url)
        if reset:
            start_over(site)
        prepare_site(site)
        return serve(site, address, welcome(address, logins_file(site).read_text(encoding="utf-8")))


def confirm_reset(database_url: str | None) -> None:
    """On a database server other people's tables may be beside ours: ask for its name once more."""
    parts = urlsplit(database_url or "sqlite:")
    name = unquote(parts.path.strip("/"))
    if parts.scheme != "sqlite" and os.environ.get("CONFIRM") != name:
        raise Refused(
            f"This would drop every table in the database “{name}”; if you mean it:"
            f" make demo-reset CONFIRM={name}"
        )


def welcome(address: Address, logins: str) -> str:
    """What a person needs now: where to look, who to be, how to stop."""
    return (
        f"  The site     {address.url}/pl/   also /en/  /uk/  /be/  /ar/  /pl-simple/\n"
        f"  The editors  {address.url}/admin/\n\n"
        f"{logins.strip(chr(10))}\n\n"
        "Ctrl-C stops it. What you change stays; `make demo-reset` starts over."
    )
