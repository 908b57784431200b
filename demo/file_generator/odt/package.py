"""The zip archive around the parts. The same source gives the same bytes: fixed order, fixed dates."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from demo.file_generator.odt.content import content
from demo.file_generator.odt.styles import styles
from demo.file_generator.sources import Source

MIMETYPE = "application/vnd.oasis.opendocument.text"
# The date of the demonstration (all its content is as of that day), not of the run.
DATE = "2026-11-16T09:00:00"
_ZIP_DATE = (2026, 11, 16, 9, 0, 0)

_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""


def odt(source: Source) -> bytes:
    parts = {
        "META-INF/manifest.xml": _MANIFEST,
        "content.xml": content(source),
        "meta.xml": meta(source),
        "styles.xml": styles(source),
    }
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        # First and not packed, so that a program can tell the type from the first bytes.
        archive.writestr(entry("mimetype"), MIMETYPE, zipfile.ZIP_STORED)
        for name, text in parts.items():
            archive.writestr(entry(name), text.encode(), zipfile.ZIP_DEFLATED)
    return output.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date_time=_ZIP_DATE)
    info.external_attr = 0o644 << 16
    info.create_system = 3
    return info


def meta(source: Source) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3"><office:meta>
<dc:title>{escape(str(source.facts["title"]))}</dc:title>
<dc:subject>{escape(str(source.facts.get("subtitle", "")))}</dc:subject>
<dc:creator>Wspólny Język, Kraków</dc:creator>
<dc:language>{source.language}</dc:language>
<dc:date>{DATE}</dc:date><meta:creation-date>{DATE}</meta:creation-date>
</office:meta></office:document-meta>
"""
