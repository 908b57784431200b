"""Texts of several pages as PO files in one zip."""

import io
import zipfile

import polib
from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from site_core.catalogues.plural_forms import plural_forms
from site_core.languages.addresses import absolute, page_address
from site_core.translation.machine.reading import unread_in
from site_core.translation.permissions import User, may_translate

WRITTEN_AT = "X-Written-At"
"""Our own: editors of PO files change the other dates as they like. What was translated here later is kept."""


def archive_of(pages: list[Page], locale: Locale, user: User) -> tuple[bytes | None, list[Page]]:
    """The zip, None if there is nothing to put in it, and the pages that are not being translated by this person."""
    translations = {
        translation.source.object_id: translation
        for translation in Translation.objects.filter(
            source__object_id__in=[page.translation_key for page in pages], target_locale=locale, enabled=True
        ).select_related("source__locale", "source__specific_content_type", "target_locale")
    }
    files: dict[str, str] = {}
    left_out = []
    for page in pages:
        translation = translations.get(page.translation_key)
        if translation is None or not _is_there(translation) or not may_translate(user, translation):
            left_out.append(page)
        else:
            files[file_name(page, locale.language_code)] = str(po_file(page, translation))
    if not files:
        return None, left_out
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue(), left_out


def _is_there(translation: Translation) -> bool:
    """Has the page it is translated into been made, and is it still there?"""
    return Page.objects.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale, alias_of=None
    ).exists()


def file_name(page: Page, code: str) -> str:
    """Says which page and which language: `kampanie-slysze-reaguje.uk.po`. No two pages have the same address."""
    parts = [part for part in page_address(page).split("/") if part]
    return f"{'-'.join(parts[1:]) or 'home'}-{page.pk}.{code}.po"


def po_file(page: Page, translation: Translation) -> polib.POFile:
    """
    As wagtail-localize writes it, with what other programs ask of a PO file: a complete head, and no text twice.

    A sentence that stands twice in one running text is translated once. What a machine wrote and nobody has read is
    marked as unfinished, as such files know it.
    """
    whole = translation.export_po()
    unread = set(unread_in(translation).values_list("context__path", "translation_of__data"))
    po = polib.POFile(wrapwidth=0)
    code = translation.target_locale.language_code
    now = timezone.now()
    po.header = f"{page.title}\n{absolute(page_address(page))}"
    po.metadata = {
        "Project-Id-Version": settings.WAGTAIL_SITE_NAME,
        "POT-Creation-Date": now.strftime("%Y-%m-%d %H:%M%z"),
        "PO-Revision-Date": now.strftime("%Y-%m-%d %H:%M%z"),
        "Last-Translator": "",
        "Language-Team": code,
        "Language": code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(code),
        "X-WagtailLocalize-TranslationID": str(translation.uuid),
        WRITTEN_AT: now.isoformat(),
    }
    seen = set()
    for entry in whole:
        key = (entry.msgctxt, entry.msgid)
        if key not in seen and entry.msgid:
            seen.add(key)
            if key in unread:
                entry.flags.append("fuzzy")
            po.append(entry)
    return po
