"""Files that were withdrawn together with a page: nothing of them leaves the house (docs/features/withdrawing.md)."""

import posixpath
import re

from django.db.models import Q
from django.http import Http404, HttpRequest
from wagtail import hooks

from site_core.media.models import SiteDocument, SiteImage

AFTER_RESTRICTIONS = 10
"""Wagtail asks first who may have a document at all: to everybody else a withdrawn one is as unknown as any other."""

ORIGINALS = "original_images/"
ADDED = re.compile(r"_[A-Za-z0-9]{7}$")
LONGEST = 59
"""Of name and ending together, the dot left out: Wagtail's `AbstractImage.generate_rendition_file`."""
LEAST_ROOM = 24
"""Our longest ending leaves as much. Somebody who asks with a longer one wants the name to be cut where he likes."""


@hooks.register("before_serve_document", order=AFTER_RESTRICTIONS)
def refuse_withheld(document: SiteDocument, request: HttpRequest) -> None:
    """The answer is that of a page which was taken down: 410 and its words (`site_core.languages.redirects`)."""
    if document.withheld_by is not None:
        request.was_here, request.elsewhere = True, []
        raise Http404("withdrawn")


def is_of_withheld_picture(path: str) -> bool:
    """
    Was this the address of a rendition of a picture that is withdrawn now? Asked where no file was found.

    Wagtail names renditions after the picture's file, and cuts the name off where it gets too long; the storage adds
    seven signs where there is a file of that name already. Only whole names are answered, and those cut just there:
    a name may be that of a child, and nobody is to find it out letter by letter.
    """
    stem, _dot, ending = posixpath.basename(path).partition(".")
    if not stem:
        return False
    room = LONGEST - len(ending)
    named_so = _named(stem, room) | _named(ADDED.sub("", stem), room)
    return bool(SiteImage.objects.filter(named_so, withheld_by__isnull=False).exists())


def _named(stem: str, room: int) -> Q:
    """The name without its extension, of which there is one (`media.names`), or all of it that there was room for."""
    is_cut = len(stem) == room and room >= LEAST_ROOM
    return Q(file__startswith=f"{ORIGINALS}{stem}" if is_cut else f"{ORIGINALS}{stem}.")
