"""One style sheet for readers, several for those who write them: joined while static files are collected."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

ENTRY = "css/site.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\);')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
MARGIN = re.compile(r"\s*\n\s*")

Found = dict[str, tuple[Storage, str]]  # name of a static file -> where it lies


class JoinedStylesheetStorage(CompressedManifestStaticFilesStorage):
    """Hashes and compresses as usual, after putting imported sheets in the place of their `@import`.

    Sources lie in one directory, so their relative addresses stay true. Comments and margins, a fifth of what would be
    sent, go.
    """

    def post_process(self, paths: Found, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if ENTRY in paths:
            joined = InMemoryStorage()
            joined.save(ENTRY, ContentFile(joined_stylesheet(paths).encode()))
            paths = {**paths, ENTRY: (joined, ENTRY)}
        yield from super().post_process(paths, dry_run, **options)


def joined_stylesheet(paths: Found) -> str:
    names = [posixpath.join(posixpath.dirname(ENTRY), name) for name in IMPORT.findall(text_of(paths[ENTRY]))]
    text = "\n".join(text_of(paths[name]) for name in names)
    return MARGIN.sub("\n", COMMENT.sub("", text)).strip() + "\n"


def text_of(place: tuple[Storage, str]) -> str:
    storage, name = place
    with storage.open(name) as file:
        return str(file.read().decode() if "b" in file.mode else file.read())
