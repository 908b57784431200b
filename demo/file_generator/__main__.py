"""`python -m demo.file_generator [--check] [only…]`: makes what is stale, or says what is."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from demo.file_generator import manifest
from demo.file_generator.sources import FILES, Source, all_sources


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m demo.file_generator", description=__doc__)
    parser.add_argument("--check", action="store_true", help="make nothing; fail if something is stale")
    parser.add_argument("--all", action="store_true", help="make everything again")
    parser.add_argument("only", nargs="*", help="part of a name, such as z1 or poster-a3.uk")
    options = parser.parse_args(arguments)
    sources = all_sources()
    stale, orphans = manifest.stale(sources), manifest.orphans(sources)
    if options.check:
        for name in (*stale, *orphans):
            print(f"stale: demo/files/{name}")
        return 1 if stale or orphans else 0
    for name in orphans:
        (FILES / name).unlink(missing_ok=True)
    wanted = [
        source
        for source in sources
        if (options.all or options.only or set(source.outputs.values()) & set(stale))
        and (not options.only or any(part in f"{source.folder}/{source.stem}" for part in options.only))
    ]
    make(wanted, print)
    return 0


def make(sources: list[Source], say: Callable[[str], None]) -> None:
    """Writes the files of these sources and the manifest; one at a time, so that an interruption loses one."""
    with tempfile.TemporaryDirectory() as folder:
        for source in sources:
            entries = {name: known for name, known in manifest.read().items() if (FILES / name).is_file()}
            for kind, name in source.outputs.items():
                output = FILES / name
                output.parent.mkdir(parents=True, exist_ok=True)
                _write(source, kind, output, Path(folder))
                entries[name] = manifest.entry(source, output)
                say(f"{output.stat().st_size / 1024:7.1f} kB  {name}")
            manifest.write(entries)


def _write(source: Source, kind: str, output: Path, font_folder: Path) -> None:
    """The libraries are imported here: `--check` has to run where they are not installed."""
    if kind == "vtt":
        shutil.copyfile(source.path, output)
    elif kind == "odt":
        from demo.file_generator.odt import odt_of

        output.write_bytes(odt_of(source))
    elif kind == "png":
        from demo.file_generator.preview import png_of

        output.write_bytes(png_of((FILES / source.outputs["pdf"]).read_bytes()))
    else:
        from demo.file_generator.pdf import pdf_of

        output.write_bytes(pdf_of(source, font_folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
