"""Pictures and documents of withdrawn pages: which go with them, which stay because something public needs them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from site_core.media.models import SiteDocument, SiteImage

MODELS = (SiteDocument, SiteImage)
File = SiteDocument | SiteImage


class Key(NamedTuple):
    """Of a file: its model and its number, as Wagtail's index of references names them."""

    content_type: int
    number: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that stays; `used_in`: titles of public pages that use it, `and_by`: other things, by their kind."""

    file: File
    used_in: list[str]
    and_by: list[str]


@dataclass(slots=True)
class Files:
    going: list[File] = field(default_factory=list)
    staying: list[Kept] = field(default_factory=list)

    def of(self, model: type[File]) -> list[int]:
        return [file.pk for file in self.going if isinstance(file, model)]


def files_of(keys: Iterable[UUID]) -> Files:
    """
    Files that any version of these pages uses, draft or public.

    One that a public page outside them uses stays, and so does one that something without pages uses (the description
    of an organisation). A draft elsewhere keeps nothing: nobody can see it.
    """
    pages = _as_text(Page.objects.filter(translation_key__in=list(keys)))
    own = Q(base_content_type=get_default_page_content_type(), object_id__in=pages)
    used = {Key(*row) for row in _references().filter(own).values_list("to_content_type", "to_object_id")}
    needed = _needed_elsewhere(used, own)
    files = Files()
    for key, file in _in_bulk(used):
        if file.withheld_by is not None:
            continue
        if key in needed:
            titles, kinds = needed[key]
            files.staying.append(Kept(file, sorted(titles), sorted(kinds)))
        else:
            files.going.append(file)
    return files


def _needed_elsewhere(used: set[Key], own: Q) -> dict[Key, tuple[set[str], set[str]]]:
    """Titles of public pages, and kinds of other things, by the file that they use."""
    needed: dict[Key, tuple[set[str], set[str]]] = {}
    if not used:
        return needed
    others = _references().filter(to_object_id__in={key.number for key in used}).exclude(own)
    rows = [
        (Key(to_type, to_number), base_type, number)
        for to_type, to_number, base_type, number in others.values_list(
            "to_content_type", "to_object_id", "base_content_type", "object_id"
        )
        if Key(to_type, to_number) in used
    ]
    page_type = get_default_page_content_type().pk
    numbers = {int(number) for _key, base_type, number in rows if base_type == page_type}
    titles = dict(Page.objects.filter(pk__in=numbers, live=True).values_list("pk", "title"))
    for key, base_type, number in rows:
        in_pages, by_others = needed.get(key, (set(), set()))
        if base_type != page_type:
            by_others.add(str(ContentType.objects.get_for_id(base_type).name))
        elif int(number) in titles:
            in_pages.add(titles[int(number)])
        if in_pages or by_others:
            needed[key] = (in_pages, by_others)
    return needed


def files_used_by(page: Page) -> list[File]:
    """By its public text, whatever the index of references has heard of it yet."""
    ReferenceIndex.create_or_update_for_object(page)
    rows = _references().filter(base_content_type=get_default_page_content_type(), object_id=str(page.pk))
    return [
        file
        for _key, file in _in_bulk({Key(*row) for row in rows.values_list("to_content_type", "to_object_id")})
    ]


def _references() -> QuerySet:
    types = ContentType.objects.get_for_models(*MODELS)
    return ReferenceIndex.objects.filter(to_content_type__in=list(types.values()))


def _in_bulk(keys: set[Key]) -> Iterator[tuple[Key, File]]:
    """Documents first, each kind by title."""
    for model in MODELS:
        kind = ContentType.objects.get_for_model(model).pk
        numbers = [int(key.number) for key in keys if key.content_type == kind]
        for file in model.objects.filter(pk__in=numbers).order_by("title", "pk") if numbers else ():
            yield Key(kind, str(file.pk)), file


def _as_text(pages: QuerySet) -> QuerySet:
    return pages.order_by().annotate(number=Cast("pk", CharField())).values("number")
