"""
The process that reads: `python -m site_core.search.file_texts.child`.

A file may be made to hurt whoever reads it: to take all memory, never to end, to break the library. Here it breaks this
process, which is ended and replaced (`process`). It knows no database and no settings, and is up in a moment.
"""

import contextlib
import struct
import sys
from typing import BinaryIO

from site_core.search.file_texts.formats import text_of
from site_core.search.file_texts.pdf import Unreadable

ASKED = struct.Struct(">8sQ")
"""Extension, and how many bytes of the file follow."""
ANSWERED = struct.Struct(">BQ")
"""Whether it was read, and how many bytes of text or of the reason follow, in UTF-8."""
MOST_MEMORY = 1_500_000_000


def answer(asked: BinaryIO, answers: BinaryIO) -> None:
    """Until nothing more is asked."""
    while len(head := asked.read(ASKED.size)) == ASKED.size:
        extension, length = ASKED.unpack(head)
        data = asked.read(length)
        try:
            read, said = True, text_of(data, extension.rstrip(b"\0").decode())
        except Unreadable as reason:
            read, said = False, str(reason)
        except (MemoryError, RecursionError) as reason:
            read, said = False, type(reason).__name__
        written = said.encode("utf-8", "replace")
        answers.write(ANSWERED.pack(read, len(written)) + written)
        answers.flush()


def take_no_more_than_allowed() -> None:
    """Where the system lets a process say so."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    take_no_more_than_allowed()
    answer(sys.stdin.buffer, sys.stdout.buffer)
