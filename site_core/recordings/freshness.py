"""
How far the text of a page has gone on since its recordings were made. The one writer of what is known of it.

A recording was made from the text that it is first published with, or published with again once an editor says that it
fits the text of the day. That is kept in its own row, which a copy and an older revision carry along; so what is behind
is found again at any time by comparing the row with the page as it is public.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.log_actions import log
from wagtail.models import Page

from site_core.blocks.shown import blocks_of
from site_core.languages.freshness import UNSEEN
from site_core.languages.outdated import BODY, must_be_current
from site_core.models import AudioRecording, SignLanguageFilm
from site_core.models.recordings import PageRecording
from site_core.querysets import published_pages
from site_core.translation.basis import let_pass
from site_core.translation.fingerprints import fingerprints, whole
from site_core.translation.freshness import Minor, differing

MODELS: tuple[type[PageRecording], ...] = (SignLanguageFilm, AudioRecording)
NEVER_SPOKEN = UNSEEN | {"responsible_unit"}
"""Passages that no recording says."""
STAYS = "site_core.recordings_stay"


@dataclass(frozen=True, slots=True)
class Text:
    """What a page says, as far as a recording says it too: fingerprints by path, and blocks that must be current."""

    passages: dict[str, str]
    safety: frozenset[str]


def text_of(page: Page) -> Text:
    """Of a page of its own type."""
    said = {path: whole(mark) for path, mark in fingerprints(page).items() if path not in NEVER_SPOKEN}
    return Text(
        said, frozenset(block.id for block in blocks_of(getattr(page, BODY, ())) if must_be_current(block))
    )


def text_published(page: Page, minor: Minor | None = None) -> None:
    """Compare the text that is public now with what the recordings beside it were made from."""
    rows = list(_recordings(page.pk))
    if not rows:
        return
    text = text_of(page.specific)
    passed = [_passed(row, text, minor is not None) for row in rows]
    if minor is not None and any(passed):
        log(
            instance=page,
            action=STAYS,
            user=minor.user,
            revision=minor.revision,
            data={"reason": minor.reason},
        )


def rebuild_recordings() -> int:
    """Every public page with recordings is compared anew. Answers how many pages there are."""
    keys = {pk for model in MODELS for pk in model._default_manager.values_list("page_id", flat=True)}
    pages = published_pages().filter(pk__in=keys)
    for page in pages:
        text_published(page)
    return len(pages)


def _recordings(page_pk: int) -> Iterator[PageRecording]:
    for model in MODELS:
        yield from model._default_manager.filter(page=page_pk)


def _passed(row: PageRecording, text: Text, minor: bool) -> bool:
    """Write what is known now of one recording. Did an editor's word let something pass?"""
    basis = row.known_basis or _basis(row, text.passages, text.safety)
    let = False
    if minor:
        fresh = set(differing(basis["passages"], text.passages)) - set(row.behind)
        changes = [(path, basis["passages"].get(path), text.passages.get(path)) for path in fresh]
        let = let_pass(basis["passages"], changes)
    behind = differing(basis["passages"], text.passages)
    safety = text.safety.union(basis["safety"])
    type(row)._default_manager.filter(pk=row.pk).update(
        made_from=_basis(row, basis["passages"], safety),
        behind=behind,
        behind_in_safety=any(_block_of(path) in safety for path in behind),
    )
    return let


def _basis(row: PageRecording, passages: dict[str, str], safety: Iterable[str]) -> dict[str, Any]:
    return {"recording": row.is_of, "passages": passages, "safety": sorted(safety)}


def _block_of(path: str) -> str:
    """The id of the block of the body that a passage is in; nothing for a text outside it."""
    field, _dot, rest = path.partition(".")
    return rest.partition(".")[0] if field == BODY else ""
