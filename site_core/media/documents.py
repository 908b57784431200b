"""The gate for documents: a short list of types, found by content, and the ending has to agree.

Accepting a dangerous file and serving it harmlessly is not enough: a teacher who downloads it opens it.
"""

from __future__ import annotations

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from site_core.media.checked import CheckedFile, DocumentFacts
from site_core.media.images import clean_image
from site_core.media.names import extension_of, safe_name
from site_core.media.office import OFFICE_TYPES, check_office_file
from site_core.media.pdf import inspect_pdf
from site_core.media.plain_text import TEXT_TYPES, check_plain_text
from site_core.media.recordings import RECORDING_TYPES, clean_recording

PICTURE_TYPES = frozenset({"png", "jpg", "jpeg", "webp", "svg"})
_HEAD = 8192


def check_document(content: File, name: str) -> CheckedFile:
    """The document, checked; ValidationError with a reason if it cannot be taken.

    Pictures and films lose place and camera, drawings their scripts. Everything else is stored exactly as it was
    sent, or not at all.
    """
    if isinstance(content, CheckedFile):
        return content
    extension = extension_of(name)
    if extension not in settings.WAGTAILDOCS_EXTENSIONS:
        raise ValidationError(
            _("Files of this type are not accepted. Accepted are: %(accepted)s."),
            code="type_not_accepted",
            params={"accepted": ", ".join(settings.WAGTAILDOCS_EXTENSIONS)},
        )
    _refuse_size(content)
    if extension in PICTURE_TYPES:
        picture = clean_image(content, name)
        return CheckedFile(picture.file, name=picture.name or name, facts=DocumentFacts())
    facts = _check_content(content, extension)
    kept = clean_recording(content, extension) if extension in RECORDING_TYPES else content
    kept.seek(0)
    return CheckedFile(kept, name=safe_name(name, extension), facts=facts)


def _check_content(content: File, extension: str) -> DocumentFacts:
    announced = _announced(content)
    if extension == "pdf" and announced == "pdf":
        return inspect_pdf(content)
    if extension in OFFICE_TYPES and announced in (extension, "zip"):
        check_office_file(content, extension)
    elif extension in TEXT_TYPES and announced is None:
        check_plain_text(content, extension)
    elif announced not in RECORDING_TYPES.get(extension, ()):
        raise ValidationError(
            _(
                "The name says “.%(extension)s”, but the file is something else. Export it again in the "
                "right format."
            ),
            code="wrong_content",
            params={"extension": extension},
        )
    return DocumentFacts()


def _announced(content: File) -> str | None:
    content.seek(0)
    kind = filetype.guess(content.read(_HEAD))
    return kind.extension if kind else None


def _refuse_size(content: File) -> None:
    if not content.size:
        raise ValidationError(_("This file is empty."), code="empty")
    limit = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    if content.size > limit:
        raise ValidationError(
            _("This file is larger than %(limit)s."),
            code="file_too_large",
            params={"limit": filesizeformat(limit)},
        )
