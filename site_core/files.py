"""A file as readers are offered it, whatever room it lies in."""

from dataclasses import dataclass
from typing import NamedTuple

from wagtail.documents.models import AbstractDocument

from site_core.languages.known import Language
from site_core.media.rows import DocumentRow


@dataclass(frozen=True, slots=True)
class ShownFile:
    """
    One file to take away. `format` is its extension in capitals, `size` in bytes, `pages` where it has pages.

    `purpose` and `licence` are words ready to show; empty when there is nothing to say, as for a licence that has been
    said for all files together.
    """

    name: str
    url: str
    format: str
    languages: tuple[Language, ...] = ()
    size: int | None = None
    pages: int | None = None
    purpose: str = ""
    licence: str = ""
    licence_url: str = ""


class OfferedFile(NamedTuple):
    """
    A file that a page offers, as the search is told of it.

    `name` is empty where the page has none of its own for it, `languages` (codes, at most two) where it does not say;
    `name_language` is that of the file if it is empty. `is_quoted`: may its text be shown among what was found?
    """

    document_id: int
    name: str = ""
    languages: tuple[str, ...] = ()
    name_language: str = ""
    is_quoted: bool = True


def shown_file(
    document: AbstractDocument | DocumentRow, name: str, languages: tuple[Language, ...], **facts: str
) -> ShownFile:
    """What the document says of itself, and the facts that its room knows (`purpose`, `licence`, `licence_url`)."""
    return ShownFile(
        name=name,
        url=document.url,
        format=document.file_extension.upper(),
        languages=languages,
        size=document.get_file_size(),
        pages=document.page_count,
        **facts,
    )
