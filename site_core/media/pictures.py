"""Pictures as plain facts: what showing one needs, without making objects of it and of each of its sizes."""

import posixpath
from collections.abc import Collection, Mapping
from typing import NamedTuple
from uuid import UUID

from django.core.cache.backends.base import BaseCache
from django.db.models import BigAutoField, QuerySet
from django.utils.safestring import SafeString
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

from site_core.prepared import prepared

SIZES = tuple(Filter.expand_spec(["width-{360,480,720,1080}", "format-{avif,webp}"]))
AS_DRAWN, AS_STORED = ("original|preserve-svg",), ("original",)
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

        An upright poster is never as wide as its column: without its shape, a browser fetches it twice too large. A
        drawing has one size.
        """
        if self.is_drawing or not self.height:
            return ""
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
    return {row[0]: PictureRow._make(row) for row in _rows(ids=list(ids))} if ids else {}


def rendered_sizes(rows: Collection[PictureRow]) -> Mapping[int, tuple[Rendered, ...]]:
    """
    By id the sizes of these pictures, made where there are none yet; without what was withdrawn since the rows were
    read: then sizes have names that no reader is to know. No query where this process remembers all of them.

    Remembered for ten minutes, as Wagtail remembers each rendition (`site_core.health.cache_url`); forgotten when one
    of them is deleted in this process, and left aside when the picture has another file or was withdrawn in any.
    """
    remembered = _cache().get_many([kept_as(row.pk) for row in rows])
    found, unknown = {}, []
    for row in rows:
        version, rendered = remembered.get(kept_as(row.pk), (None, ()))
        if version == row.version:
            found[row.pk] = rendered
        else:
            unknown.append(row)
    return found | _rendered_now(unknown) if unknown else found


def kept_as(pk: int) -> str:
    """The key under which the sizes of a picture are remembered."""
    return f"sizes-of-picture-{pk}"


def _cache() -> BaseCache:
    """Where Wagtail remembers renditions."""
    return get_image_model().get_rendition_model().cache_backend


def _rendered_now(rows: Collection[PictureRow]) -> dict[int, tuple[Rendered, ...]]:
    """Three queries for all, and those of making what there is not, which may take seconds: so it is asked again."""
    known = get_image_model()._default_manager.prefetch_renditions(*SIZES, *AS_STORED)
    images = known.in_bulk([row.pk for row in rows])
    made = {pk: _rendered(image) for pk, image in images.items()}
    now = picture_rows(made)
    for pk, rendered in made.items():
        version = images[pk].file_hash, images[pk].address_generation
        is_lasting = pk in now and now[pk].version == version and all(one.width for one in rendered)
        if is_lasting:
            _cache().set(kept_as(pk), (version, rendered))
    return {
        row.pk: made.get(row.pk, ())
        for row in rows
        if row.pk not in now or now[row.pk].withheld_by == row.withheld_by
    }


def _rendered(image: AbstractImage) -> tuple[Rendered, ...]:
    renditions = get_renditions_or_not_found(image, AS_DRAWN if image.is_svg() else SIZES)
    return tuple(Rendered(spec, one.file.name, one.width, one.height) for spec, one in renditions.items())


@prepared(ids=BigAutoField())
def _rows(ids: list[int]) -> QuerySet:
    rows = get_image_model()._default_manager.filter(pk__in=ids).order_by()
    return rows.values_list(
        "pk", "file", "width", "height", "description", "file_hash", "address_generation", "withheld_by"
    )
