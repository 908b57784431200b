"""Compile the interface's catalogues, which are not in the repository: `python -m tools.compile_catalogues`.

Written with polib, so that neither the demo nor a server needs GNU gettext.
"""

import sys
from pathlib import Path

from tools.places import ROOT


def catalogues() -> list[Path]:
    """Every catalogue of the interface, and of our words for Wagtail's."""
    return sorted(ROOT.glob("locale/**/LC_MESSAGES/*.po"))


def stale_catalogues() -> list[Path]:
    """Those never compiled, or changed since."""
    return [source for source in catalogues() if is_stale(source)]


def is_stale(source: Path) -> bool:
    """Whether the compiled form is missing or older than its source."""
    compiled = source.with_suffix(".mo")
    sources = [path for path in (source, base_of(source)) if path is not None]
    return not compiled.exists() or compiled.stat().st_mtime_ns < max(p.stat().st_mtime_ns for p in sources)


def base_of(source: Path) -> Path | None:
    """What a catalogue of exceptions stands on: `pl` for `pl_Simple`; nothing for the others."""
    language, _, variant = source.parent.parent.name.partition("_")
    base = source.parents[2] / language / "LC_MESSAGES" / source.name
    return base if variant and base.exists() else None


def compile_catalogue(source: Path) -> Path:
    """Write the .mo beside its .po, in one go: a running server may be reading the old one."""
    import polib

    compiled = source.with_suffix(".mo")
    fresh = compiled.with_suffix(".mo.new")
    catalogue = polib.pofile(str(source), check_for_duplicates=True)
    if base := base_of(source):
        # Compiled together: Django would look into its own Polish catalogue before ours, which is only behind it.
        own = {(entry.msgctxt, entry.msgid) for entry in catalogue.translated_entries()}
        catalogue.extend(
            entry for entry in polib.pofile(str(base)) if (entry.msgctxt, entry.msgid) not in own
        )
    # Unfinished and doubtful entries are left out, as msgfmt does: the reader gets the English then.
    catalogue.save_as_mofile(str(fresh))
    fresh.replace(compiled)
    return compiled


def main() -> int:
    """Compile what is stale."""
    for source in stale_catalogues():
        compile_catalogue(source)
        print(f"compiled {source.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
