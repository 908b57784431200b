"""`python -m demo.file_generator [--check] [--all] [prefix …]`: make the files of the demo, or say which are stale."""

import argparse
import sys

from demo.file_generator import manifest
from demo.file_generator.sources import FILES, Job, jobs


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m demo.file_generator", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="make nothing; the exit code says whether all is fresh"
    )
    parser.add_argument("--all", action="store_true", help="make fresh files again too")
    parser.add_argument(
        "prefix", nargs="*", help="only files whose name begins so, like “z1” or “z1/worksheet”"
    )
    given = parser.parse_args()
    return check() if given.check else make(tuple(given.prefix), again=given.all)


def check() -> int:
    found = list(manifest.problems())
    for problem in found:
        say(problem)
    say(f"{len(found)} problems" if found else "Every file is fresh.")
    return 1 if found else 0


def make(prefixes: tuple[str, ...], *, again: bool) -> int:
    """Make what is stale, throw away what nobody names any more, and write down what was made from what."""
    from demo.file_generator.making import make_file

    wanted = {job.name: job for job in jobs()}
    known = {name: entry for name, entry in manifest.read_manifest().items() if name in wanted}
    for job in chosen(list(wanted.values()), prefixes):
        if again or not manifest.is_fresh(job, known):
            made = make_file(job)
            target = FILES / job.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(made)
            known[job.name] = manifest.entry(job, made)
            manifest.write_manifest(known)
            say(f"{job.name}: {len(made):,} bytes")
    for name in manifest.leftovers(set(wanted)):
        (FILES / name).unlink()
        say(f"{name}: removed, no page names it")
    manifest.write_manifest(known)
    return 0


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def chosen(every: list[Job], prefixes: tuple[str, ...]) -> list[Job]:
    return [job for job in every if not prefixes or job.name.startswith(prefixes)]


if __name__ == "__main__":
    sys.exit(main())
