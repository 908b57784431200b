"""What the code and the templates ask to be translated, as one template catalogue.

The words are found by GNU xgettext with Django's own reading of templates, as `makemessages` does it; but nothing is
written into the source tree, no clock stands in the result, and tests are left out.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation.template import templatize

TEMPLATE_ENDINGS = (".html", ".txt")
# The names of Django's translation functions; `gettext` and `ngettext` are known to xgettext.
KEYWORDS = (
    "gettext_noop",
    "gettext_lazy",
    "ngettext_lazy:1,2",
    "pgettext:1c,2",
    "npgettext:1c,2,3",
    "pgettext_lazy:1c,2",
    "npgettext_lazy:1c,2,3",
)


def extracted_messages() -> polib.POFile:
    """Every message of the rooms and of `templates/`, in the order of the files; with plurals and contexts."""
    if shutil.which("xgettext") is None:
        raise CommandError("xgettext is not installed. On Debian: apt install gettext")
    root = Path(settings.BASE_DIR)
    with TemporaryDirectory() as workshop:
        names = [str(path.relative_to(root)) for path in sorted(python_files(root))]
        for path in sorted(template_files(root)):
            name = str(path.relative_to(root))
            readable = Path(workshop) / name
            readable.parent.mkdir(parents=True, exist_ok=True)
            readable.write_text(templatize(path.read_text(encoding="utf-8"), origin=name), encoding="utf-8")
            names.append(name)
        return polib.pofile(_xgettext(names, Path(workshop), root))


def python_files(root: Path) -> Iterator[Path]:
    """The rooms' own modules. Migrations hold copies of labels and ask for nothing."""
    for room in [*settings.ROOMS, "demo"]:
        for path in (root / room).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path


def template_files(root: Path) -> Iterator[Path]:
    for ending in TEMPLATE_ENDINGS:
        yield from (root / "templates").rglob(f"*{ending}")


def _xgettext(names: list[str], *places: Path) -> str:
    """Runs xgettext over the names, each looked up in the places in turn; gives back the text of a template."""
    command = ["xgettext", "--language=Python", "--from-code=UTF-8", "--add-comments=Translators"]
    command += [f"--keyword={keyword}" for keyword in KEYWORDS]
    command += [f"--directory={place}" for place in places]
    command += ["--add-location=file", "--files-from=-", "--output=-"]
    answer = subprocess.run(  # noqa: S603 - a fixed program with names of our own files
        command, input="\n".join(names), capture_output=True, encoding="utf-8", check=False
    )
    if answer.returncode:
        raise CommandError(f"xgettext could not read the sources: {answer.stderr.strip()}")
    # xgettext writes "CHARSET" where it saw only ASCII.
    return re.sub(r"charset=CHARSET", "charset=UTF-8", answer.stdout, count=1)
