"""Plain text, tables as text and captions: readable characters, and no page or program in disguise."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

TEXT_TYPES = frozenset({"csv", "txt", "vtt"})
_LONGEST = 5_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_PAGE_OR_PROGRAM = re.compile(
    r"<\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)|^#!|^<%", re.IGNORECASE
)
# What every scanner for harmful files knows; refusing it lets an operator try the gate without a harmful
# file.
_SCANNER_TEST = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"


def check_plain_text(content: File, extension: str) -> None:
    """Raises ValidationError unless the file is UTF-8 text that no browser and no shell would take for more
    than that.
    """
    content.seek(0)
    data = content.read(_LONGEST + 1)
    if len(data) > _LONGEST:
        raise ValidationError(_("This text file is larger than 5 MB."), code="text_too_large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise ValidationError(
            _("This text is not saved as UTF-8, so letters with accents would be lost. Save it as UTF-8."),
            code="text_not_utf8",
        ) from reason
    if _CONTROL.search(text):
        raise ValidationError(_("This file says it is text, but holds other data."), code="text_not_text")
    if _PAGE_OR_PROGRAM.search(text) or text.startswith(_SCANNER_TEST):
        raise ValidationError(
            _("This file says it is text, but holds a web page or a program."), code="text_is_program"
        )
    if extension == "vtt" and not re.match(r"WEBVTT(?:[ \t][^\n]*)?(?:\r?\n|$)", text):
        raise ValidationError(_("A captions file has to begin with the word WEBVTT."), code="not_captions")
