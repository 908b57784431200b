"""Pictures as plain facts: what showing one needs, without making objects of it and of each of its sizes."""

import posixpath
from collections.abc import Collection, Mapping
from typing import NamedTuple
from uuid import UUID

from django.core.cache import caches
from django.db.models import BigAutoField, QuerySet
from django.utils.safestring import SafeString
from wagtail.images import get_image_model
from wagtail.images.models import Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

from site_core.prepared import prepared

SIZES = tuple(Filter.expand_spec(["width-{360,480,720,1080}", "format-{avif,webp}"]))
AS_DRAWN = ("original|preserve-svg",)
LOADING = {"loading": "lazy", "decoding": "async"}


class PictureRow(NamedTuple):
    """A picture as its row says it is; `file` is its path in the storage."""

    pk: int
    file: str
    width: int
    height: int
    description: str
    file_hash: str
    address_generation: int
    withheld_by: UUID | None

    @property
    def is_drawing(self) -> bool:
        return posixpath.splitext(self.file)[1].lower() == ".svg"

    @property
    def version(self) -> tuple[str, int]:
        """Its sizes have other addresses when this has changed."""
        return self.file_hash, self.address_generation

    @property
    def sizes(self) -> str:
        """
        For the `sizes` attribute: how wide the browser will show it, which follows from how high (`.figure img`).

        An upright poster is never as wide as its column: without its shape, a browser fetches it twice too large.
        """
        return f"min(92vw, 46rem, {round(70 * self.width / self.height)}vh, {self.width}px)"


class Rendered(NamedTuple):
    """One size of a picture; `file` is its path in the storage."""

    spec: str
    file: str
    width: int
    height: int


class ShownPicture(NamedTuple):
    """A picture in one place: it may be described otherwise in another."""

    alt: str
    sizes: str
    is_drawing: bool
    rendered: tuple[Rendered, ...]

    @property
    def markup(self) -> SafeString:
        """As Wagtail's own tags make it."""
        image = get_image_model()(description=self.alt)
        renditions = {}
        for one in self.rendered:
            rendition = image.get_rendition_model()(image=image, width=one.width, height=one.height)
            rendition.file.name = one.file
            renditions[one.spec] = rendition
        if self.is_drawing:
            return next(iter(renditions.values())).img_tag({"loading": "lazy"})
        return Picture(renditions, {"sizes": self.sizes, **LOADING}).__html__()


def picture_rows(ids: Collection[int]) -> dict[int, PictureRow]:
    """Those of the pictures that exist, by id; one query, none where there are no ids."""
    return {row[0]: PictureRow._make(row) for row in _rows(ids=ids)} if ids else {}


def rendered_sizes(rows: Collection[PictureRow]) -> Mapping[int, tuple[Rendered, ...]]:
    """
    By id the sizes of these pictures, made where there are none yet. No query where this process remembers them.

    Remembered as long as Wagtail remembers each rendition (`site_core.health.cache_url`), and forgotten with any of
    them.
    """
    remembered = caches["renditions"].get_many([kept_as(row.pk) for row in rows])
    found = {}
    for row in rows:
        version, rendered = remembered.get(kept_as(row.pk), (None, ()))
        found[row.pk] = rendered if version == row.version else _rendered_now(row)
    return found


def kept_as(pk: int) -> str:
    """The key under which the sizes of a picture are remembered."""
    return f"sizes-of-picture-{pk}"


def _rendered_now(row: PictureRow) -> tuple[Rendered, ...]:
    image = get_image_model()._default_manager.filter(pk=row.pk).first()
    if image is None:
        return ()
    specs = AS_DRAWN if row.is_drawing else SIZES
    renditions = get_renditions_or_not_found(image, specs)
    rendered = tuple(Rendered(spec, one.file.name, one.width, one.height) for spec, one in renditions.items())
    is_found = all(one.width for one in rendered)
    if is_found:
        # Of what was just read, which may be newer than the row.
        version = image.file_hash, image.address_generation
        caches["renditions"].set(kept_as(row.pk), (version, rendered))
    return rendered


@prepared(ids=BigAutoField())
def _rows(ids: list[int]) -> QuerySet:
    rows = get_image_model()._default_manager.filter(pk__in=ids).order_by()
    return rows.values_list(
        "pk", "file", "width", "height", "description", "file_hash", "address_generation", "withheld_by"
    )
