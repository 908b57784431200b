"""Files that texts offer: lists of files, and links to one."""

import re
from collections.abc import Iterator
from typing import Any

from site_core.files import OfferedFile
from site_core.stored import list_items

_LINK_IN_RICH_TEXT = re.compile(r'<a\b(?=[^>]*\blinktype="document")[^>]*\bid="(\d{1,18})"')


def files_offered_in(raw: Any, code: str) -> Iterator[OfferedFile]:
    """Of the raw data of a StreamField, or a rich text, in the language `code`. What must not be found is left out."""
    if isinstance(raw, str):
        if "linktype" in raw:
            yield from (OfferedFile(int(number)) for number in _LINK_IN_RICH_TEXT.findall(raw))
    elif isinstance(raw, list | tuple):
        for value in raw:
            yield from files_offered_in(value, code)
    elif isinstance(raw, dict):
        kind = raw.get("type")
        if kind == "file_list":
            yield from _listed(raw["value"], code)
        elif kind != "harmful_example":
            for value in raw.values():
                yield from files_offered_in(value, code)


def _listed(value: dict[str, Any], code: str) -> Iterator[OfferedFile]:
    for file in list_items(value.get("files", ())):
        if file.get("document"):
            languages = (file["language"],) if file.get("language") else ()
            yield OfferedFile(file["document"], file.get("label", ""), languages, name_language=code)
