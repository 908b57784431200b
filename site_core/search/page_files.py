"""The files that a page offers and everybody may have, as the index takes them in."""

from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models.functions import Length
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from site_core.files import OfferedFile
from site_core.media.names import extension_of
from site_core.media.public import public_documents
from site_core.models import BasePage, DocumentText, SearchEntryFile, SiteDocument
from site_core.search.file_texts.formats import READ


class PageFile(NamedTuple):
    """
    `read_by`: the edition of the readers that read it as it is now, empty while it has not been read; `length`: of what
    they read, in characters.
    """

    document_id: int
    file_hash: str
    name: str
    name_language: str
    languages: tuple[str, ...]
    is_quoted: bool
    read_by: str
    length: int

    @property
    def signature(self) -> str:
        facts = (str(self.document_id), self.file_hash, self.name, self.name_language, *self.languages)
        return "\x1e".join((*facts, str(self.is_quoted), self.read_by, str(self.length)))


def page_files(page: Page) -> list[PageFile]:
    """Of a page of its own type, in its order, each document once; a query, and what the page itself asks."""
    offered: dict[int, OfferedFile] = {}
    for file in page.search_files() if isinstance(page, BasePage) else ():
        known = offered.get(file.document_id)
        # What only a link leads to is better known where it stands in a list. Not to be quoted once is never.
        better = file if known is None or (file.languages and not known.languages) else known
        quoted = file.is_quoted and (known is None or known.is_quoted)
        offered[file.document_id] = better._replace(is_quoted=quoted)
    if not offered:
        return []
    rows = public_documents().filter(pk__in=offered).order_by()
    rows = rows.annotate(length=Length("kept_text__text"))
    kept = ("kept_text__file_hash", "kept_text__edition", "length")
    found = {row[0]: row for row in rows.values_list("pk", "title", "file", "file_hash", "language", *kept)}
    return [
        _page_file(file, found[pk], page.locale.language_code)
        for pk, file in offered.items()
        if pk in found and extension_of(found[pk][2]) in READ
    ]


def _page_file(file: OfferedFile, row: tuple, code: str) -> PageFile:
    pk, title, _path, file_hash, language, read_hash, edition, length = row
    is_read = read_hash == file_hash
    languages = file.languages or ((language,) if language else (code,))
    return PageFile(
        pk,
        file_hash,
        file.name or title,
        (file.name and file.name_language) or languages[0],
        languages[:2],
        file.is_quoted,
        edition if is_read else "",
        length if is_read else 0,
    )


def texts_of(files: Iterable[PageFile]) -> dict[int, str]:
    """By document; one query."""
    hashes = {file.document_id: file.file_hash for file in files if file.read_by}
    if not hashes:
        return {}
    rows = DocumentText.objects.filter(document__in=hashes).values_list("document_id", "file_hash", "text")
    return {pk: text for pk, file_hash, text in rows if hashes[pk] == file_hash}


def pages_offering(documents: Iterable[int]) -> list[int]:
    """Pages that may offer any of these documents, in all their languages, drafts too; three queries."""
    numbers = list(documents)
    references = ReferenceIndex.objects.filter(
        base_content_type=get_default_page_content_type(),
        to_content_type=ContentType.objects.get_for_model(SiteDocument),
        to_object_id__in=[str(number) for number in numbers],
    )
    pages = {int(number) for number in references.values_list("object_id", flat=True)}
    pages |= set(
        SearchEntryFile.objects.filter(document__in=numbers).values_list("entry__page_id", flat=True)
    )
    keys = Page.objects.filter(pk__in=pages).values("translation_key")
    return list(Page.objects.filter(translation_key__in=keys).order_by("pk").values_list("pk", flat=True))
