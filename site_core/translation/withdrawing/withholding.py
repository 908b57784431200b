"""Files that stop answering, and answer again."""

import posixpath
from collections.abc import Iterable
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import F
from wagtail.models import Page, PageLogEntry

from site_core.media.models import SiteDocument, SiteImage, SiteRendition
from site_core.media.withheld import ADDED
from site_core.search.signal_handlers import documents_changed
from site_core.translation.withdrawing.files import MODELS, File, Files, files_used_by

RENDITIONS = "images"


def withhold(files: Files, withdrawal: UUID) -> None:
    """Documents are refused where they are served. Renditions are given out without asking us, so they are deleted."""
    for model in MODELS:
        model.objects.filter(pk__in=files.of(model), withheld_by__isnull=True).update(withheld_by=withdrawal)
    documents_changed(files.of(SiteDocument))
    _give_new_addresses(files.of(SiteImage))


def release(files: Iterable[File]) -> None:
    """Pictures get the addresses they had: what was made for editors meanwhile has secret ones."""
    chosen = Files(going=list(files))
    for model in MODELS:
        model.objects.filter(pk__in=chosen.of(model)).update(withheld_by=None)
    documents_changed(chosen.of(SiteDocument))
    _give_new_addresses(chosen.of(SiteImage))


def withheld_by(withdrawal: UUID) -> list[File]:
    return [
        file for model in MODELS for file in model.objects.filter(withheld_by=withdrawal).order_by("title")
    ]


def standing_withdrawals() -> set[UUID]:
    """Those that withhold a file. Two queries."""
    return {
        number
        for model in (SiteDocument, SiteImage)
        for number in model.objects.filter(withheld_by__isnull=False).values_list("withheld_by", flat=True)
    }


def withdrawals_of(page_pk: int, among: set[UUID], actions: Iterable[str]) -> set[UUID]:
    entries = PageLogEntry.objects.filter(page=page_pk, action__in=list(actions))
    return {UUID(number) for number in entries.values_list("data__withdrawal", flat=True)} & among


def closed_files_of(pages: Iterable[Page]) -> list[File]:
    """What readers of these pages would find a link to, and cannot open."""
    if not standing_withdrawals():
        return []
    files = [file for page in pages for file in files_used_by(page.specific) if file.withheld_by]
    return list({(type(file), file.pk): file for file in files}.values())


def _give_new_addresses(images: list[int]) -> None:
    if not images:
        return
    renditions = SiteRendition.objects.filter(image__in=images)
    for name in renditions.values_list("file", flat=True):
        # Wagtail leaves it to a background task, which may be late. Robust: the others go even if one does not.
        transaction.on_commit(partial(SiteRendition.file.field.storage.delete, name), robust=True)
    renditions.delete()
    SiteImage.objects.filter(pk__in=images).update(address_generation=F("address_generation") + 1)
    names = {
        posixpath.basename(file)
        for file in SiteImage.objects.filter(pk__in=images).values_list("file", flat=True)
    }
    transaction.on_commit(partial(_delete_strays, names), robust=True)


def _delete_strays(originals: set[str]) -> None:
    """
    Renditions of these pictures that no row knows: a transaction that was rolled back leaves its files.

    By their whole names, which carry the hash of the original. What a row knows is another picture's.
    """
    storage = SiteRendition.file.field.storage
    stems = {name.rpartition(".")[0] for name in originals}
    try:
        _folders, files = storage.listdir(RENDITIONS)
    except FileNotFoundError:
        return
    named = [(name, name.partition(".")[0]) for name in files]
    paths = [
        f"{RENDITIONS}/{name}" for name, stem in named if not stems.isdisjoint({stem, ADDED.sub("", stem)})
    ]
    known = set(SiteRendition.objects.filter(file__in=paths).values_list("file", flat=True))
    for path in paths:
        if path not in known:
            storage.delete(path)
