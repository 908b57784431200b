"""Which files are read, and by what."""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from site_core.search.file_texts.office import OFFICE_FORMATS, office_passages
from site_core.search.file_texts.pdf import Unreadable, pdf_passages
from site_core.search.file_texts.plain import tidied

READ = OFFICE_FORMATS | {"pdf"}
SCHEME = 2
"""Raised when the same libraries give other texts than before."""


def text_of(data: bytes, extension: str) -> str:
    """`Unreadable` if there is none to be had. Of hostile content this may take for ever: see `process`."""
    if extension == "pdf":
        return tidied(pdf_passages(data))
    if extension in OFFICE_FORMATS:
        return tidied(_of_archive(data, extension))
    raise Unreadable(f"not a format that is read: {extension}")


def _of_archive(data: bytes, extension: str) -> Iterator[str]:
    if not data.startswith(b"PK"):
        raise Unreadable("not what its name says")
    yield from office_passages(data, extension)


def edition() -> str:
    """What files are read with. Texts that were read with something else are to be read anew."""
    try:
        return f"{SCHEME}; pypdfium2 {version('pypdfium2')}"
    except PackageNotFoundError:
        return f"{SCHEME}; no PDF"
