"""Which maker makes which format. The only module besides `pdf` that needs the libraries of print."""

from collections.abc import Callable

from demo.file_generator.captions import captions
from demo.file_generator.odt import odt
from demo.file_generator.pdf import pdf
from demo.file_generator.preview import preview
from demo.file_generator.sources import Job, Source

MAKERS: dict[str, Callable[[Source], bytes]] = {
    "odt": odt,
    "pdf": pdf,
    "png": lambda source: preview(pdf(source)),
    "vtt": captions,
}


def make_file(job: Job) -> bytes:
    return MAKERS[job.format](job.source)
