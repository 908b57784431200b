"""The texts of documents, kept beside them."""

import logging
from collections.abc import Iterator

from django.db import transaction
from django.db.models import F, Q

from site_core.media.names import extension_of
from site_core.models import DocumentText, SiteDocument
from site_core.search.file_texts.formats import READ, edition
from site_core.search.file_texts.process import LARGEST, FileReader, Reading

logger = logging.getLogger(__name__)


def unread() -> Iterator[int]:
    """Documents of which no text is kept, or that of another file, or as read by other readers."""
    of_this_file = Q(kept_text__file_hash=F("file_hash"), kept_text__edition=edition())
    documents = SiteDocument.objects.exclude(
        pk__in=SiteDocument.objects.filter(of_this_file).values("pk")
    ).order_by("pk")
    for pk, name in documents.values_list("pk", "file"):
        if extension_of(name) in READ:
            yield pk


def keep_text(pk: int, reader: FileReader) -> bool:
    """Read what the document holds unless that is known; answers whether anything was read. Never an error."""
    document = SiteDocument.objects.filter(pk=pk).first()
    if document is None or extension_of(document.filename) not in READ:
        return False
    made_with = edition()
    if DocumentText.objects.filter(document=pk, file_hash=document.file_hash, edition=made_with).exists():
        return False
    reading = _read(document, reader)
    if reading is None:
        return False
    if reading.reason:
        logger.warning("Document %s has no text for the search: %s", pk, reading.reason)
    with transaction.atomic():
        # The row is held: where it has another file by now, whoever put that in place has it read.
        held = SiteDocument.objects.select_for_update().filter(pk=pk, file_hash=document.file_hash)
        if not held.exists():
            return False
        DocumentText.objects.update_or_create(
            document_id=pk,
            defaults={"file_hash": document.file_hash, "edition": made_with, "text": reading.text},
        )
    return True


def _read(document: SiteDocument, reader: FileReader) -> Reading | None:
    """None where the file is not there, or the reader was ended: so it is asked for again."""
    try:
        with document.file.open() as file:
            data = file.read(LARGEST + 1)
    except Exception as missing:  # noqa: BLE001 - each storage has errors of its own
        logger.warning("The file of document %s cannot be opened: %s", document.pk, type(missing).__name__)
        return None
    return reader.read(data, extension_of(document.filename))
