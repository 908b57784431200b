"""Pages leave addresses: what is renamed, moved, taken down or deleted is remembered where it stood."""

from typing import Any

from django.db.models.signals import post_delete
from wagtail.models import Page
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from site_core.languages.addresses import parts_below_home
from site_core.languages.past import digest_of
from site_core.models.past_addresses import PastAddress
from site_core.querysets import has_live_below


def connect() -> None:
    """Once, when the site starts."""
    for signal, receiver in (
        (page_slug_changed, renamed),
        (post_page_move, moved),
        (page_unpublished, taken_down),
    ):
        signal.connect(receiver, dispatch_uid=f"site_core.leaving.{receiver.__name__}")
    post_delete.connect(deleted, sender=Page, dispatch_uid="site_core.leaving.deleted")


def renamed(sender: type, instance: Page, instance_before: Page, **kwargs: Any) -> None:
    if _was_public(instance_before) or has_live_below(instance):
        _leave(instance, instance_before.url_path)


def moved(sender: type, instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """Also among its siblings: then it keeps its address."""
    if url_path_before != url_path_after and (_was_public(instance) or has_live_below(instance)):
        _leave(instance, url_path_before)


def taken_down(sender: type, instance: Page, **kwargs: Any) -> None:
    _leave(instance, instance.url_path)


def deleted(sender: type, instance: Page, **kwargs: Any) -> None:
    if _was_public(instance):
        _leave(instance, instance.url_path)


def _was_public(page: Page) -> bool:
    """Nobody shall learn from an answer that there once was a draft. An alias has no address at all."""
    return page.alias_of_id is None and (page.live or page.first_published_at is not None)


def _leave(page: Page, url_path: str) -> None:
    """What left an address last is who is meant by it."""
    parts = parts_below_home(url_path)
    if not parts or page.alias_of_id is not None:
        return  # the address of a home page is its language
    path = "/".join(parts)
    PastAddress.objects.bulk_create(
        [
            PastAddress(
                language_code=page.locale.language_code,
                path=path,
                digest=digest_of(path),
                translation_key=page.translation_key,
            )
        ],
        update_conflicts=True,
        unique_fields=["digest", "language_code"],
        update_fields=["translation_key", "left_at"],
    )
