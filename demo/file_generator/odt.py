"""ODT: what teachers change before they print it. A small package of XML with real headings, lists and tables."""

from __future__ import annotations

import zipfile
from io import BytesIO
from string import Template
from xml.sax.saxutils import escape

from demo.file_generator.colours import palette
from demo.file_generator.manifest import STYLES
from demo.file_generator.odt_body import Body
from demo.file_generator.sources import Source
from demo.file_generator.words import LICENCES, PROGRAMME, demonstration, direction

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_REGION = {"pl": "PL", "en": "GB", "uk": "UA", "be": "BY", "ru": "RU", "ar": "EG", "es": "ES", "it": "IT", "vi": "VN", "hi": "IN"}


def odt_of(source: Source) -> bytes:
    """The same bytes from the same text: no clock, no machine."""
    values = _values(source)
    parts = {
        "mimetype": MEDIA_TYPE,
        "content.xml": _filled("content.xml", values | {"body": _body(source)}),
        "styles.xml": _filled("styles.xml", values),
        "meta.xml": _filled("meta.xml", values),
        "META-INF/manifest.xml": _filled("manifest.xml", values),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            # The first part lies there as it is, so that a glance at the file tells what it is.
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, text)
    return out.getvalue()


def _values(source: Source) -> dict[str, str]:
    language = str(source.facts["language"])
    base = language.split("-")[0]
    return palette(source.facts["palette"]) | {
        "title": escape(str(source.facts["title"])),
        "subtitle": escape(str(source.facts.get("subtitle", ""))),
        "language": base,
        "tag": language,
        "region": _REGION[base],
        "programme": PROGRAMME,
        "mode": "rl-tb" if direction(language) == "rtl" else "lr-tb",
        "size": "18pt" if source.facts.get("text_size") == "large" else "11pt",
        "media_type": MEDIA_TYPE,
    }


def _body(source: Source) -> str:
    language = str(source.facts["language"])
    body = Body(language)
    body.paragraph("Title", str(source.facts["title"]))
    if subtitle := source.facts.get("subtitle"):
        body.paragraph("Subtitle", str(subtitle))
    for number, sides in enumerate(source.pieces):
        for side in sides:
            body.markdown(side, new_page=number > 0 and side is sides[0])
    licence, address = LICENCES[source.facts["licence"]]
    body.paragraph("Colophon", f"{demonstration(language)} · {licence} · {address}")
    return body.xml()


def _filled(name: str, values: dict[str, str]) -> str:
    return Template((STYLES / "odt" / name).read_text(encoding="utf-8")).substitute(values)
