"""Which maker makes which format. The only module besides `pdf` that needs the libraries of print."""

import os
from collections.abc import Callable

from demo.file_generator.captions import captions
from demo.file_generator.odt import odt
from demo.file_generator.pdf import pdf
from demo.file_generator.preview import WIDTHS, preview
from demo.file_generator.sources import Job, Source
from demo.file_generator.svg import svg

MAKERS: dict[str, Callable[[Source], bytes]] = {
    "odt": odt,
    "pdf": pdf,
    "png": lambda source: preview(pdf(source), WIDTHS[str(source.facts["layout"])]),
    "svg": svg,
    "vtt": captions,
}
# Fonts cut for a PDF carry the time of the cut. With this convention of reproducible builds it is always the same.
CLOCK, TIME = "SOURCE_DATE_EPOCH", "1794819600"


def make_file(job: Job) -> bytes:
    """The same source gives the same bytes, whenever it is made with the same versions of the libraries."""
    before = os.environ.get(CLOCK)
    os.environ[CLOCK] = TIME
    try:
        return MAKERS[job.format](job.source)
    finally:
        if before is None:
            del os.environ[CLOCK]
        else:
            os.environ[CLOCK] = before
