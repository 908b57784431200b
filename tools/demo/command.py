"""`make demo` and `make demo-reset` from beginning to end."""

import os
import sys

from tools.demo.address import Address, chosen_address
from tools.demo.database import server_database_name, sqlite_file
from tools.demo.preparation import logins, prepare_site, start_over, state
from tools.demo.server import serve
from tools.demo.site import Site
from tools.locks import only_one
from tools.places import ROOT
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
    with only_one(state() / "lock") as ours:
        if not ours:
            raise Refused("The demo of this clone is running already: use it, or stop it first with Ctrl-C.")
        address = chosen_address()
        if reset:
            confirm_reset()
        print("Wspólny Język: the demonstration\n", flush=True)
        site = Site(prepare(".venv", "requirements.txt"), address)
        if reset:
            start_over(site)
        prepare_site(site)
        return serve(site, address, welcome(address))


def confirm_reset() -> None:
    """On a database server other people's tables may be beside ours: ask for its name once more."""
    if sqlite_file() is None and os.environ.get("CONFIRM") != server_database_name():
        name = server_database_name()
        raise Refused(
            f"This would drop every table in the database “{name}”; if you mean it:"
            f" make demo-reset CONFIRM={name}"
        )


def welcome(address: Address) -> str:
    """What a person needs now: where to look, who to be, how to stop."""
    return (
        f"  The site     {address.url}/pl/   also /en/  /uk/  /be/  /ar/  /pl-simple/\n"
        f"  The editors  {address.url}/admin/\n\n"
        f"{logins()}\n"
        "Ctrl-C stops it. What you change stays; `make demo-reset` starts over."
    )
