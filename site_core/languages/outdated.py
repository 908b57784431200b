"""A version that is behind its source, as its readers are told: when, what, and what the source says there today."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from wagtail.models import Page

from site_core.blocks.shown import BodyBlock, blocks_of
from site_core.blocks.text import is_about_safety
from site_core.languages.addresses import absolute, page_address
from site_core.languages.freshness import Freshness, freshness_found
from site_core.languages.known import Language, language_of
from site_core.languages.paragraphs import Marked, marked
from site_core.languages.reading import reading_language
from site_core.querysets import only_published

BODY = "body"


@dataclass(frozen=True, slots=True)
class Passage:
    """
    One block as it is shown.

    `block`: of the version, None where it has none; `source`: what the source has there today, None where it has
    nothing any more, or nothing else than the version. `replaced`: only the source's is shown, for it must be current.
    `marked`: of a running text, which of its paragraphs are older, where that is known.
    """

    block: BodyBlock | None
    source: BodyBlock | None = None
    stale: bool = False
    replaced: bool = False
    marked: Marked | None = None


@dataclass(slots=True)
class Outdated:
    """
    `language` and `url` are the source's, `todays` the blocks of its body, by id.

    `count` says how many passages a reader meets that are behind: blocks of the body (`stale`, by their ids) and texts
    outside it (`texts`, by the names of their fields).
    """

    changed_at: datetime
    count: int
    source: Page
    page: Page
    stale: frozenset[str]
    texts: frozenset[str]
    todays: Mapping[str | None, BodyBlock] = field(default_factory=dict)
    missing: dict[str | None, list[str]] = field(default_factory=dict)
    basis: Mapping[str, str] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        return language_of(self.source.locale.language_code)

    @property
    def url(self) -> str:
        return page_address(self.source)

    def structured_data(self) -> dict[str, Any]:
        """For JSON-LD: how many passages are older than the source's, and since when. Words of schema.org."""
        return {
            "creativeWorkStatus": f"outdated: {self.count}",
            "translationOfWork": {
                "@type": "WebPage",
                "url": absolute(self.url),
                "inLanguage": self.language.code,
                "dateModified": self.changed_at.isoformat(timespec="seconds"),
            },
        }

    @property
    def concerns_safety(self) -> bool:
        """Is there a passage of the body for which only the source's is shown, or none?"""
        return any(passage.replaced for passage in self.passages(getattr(self.page, BODY, ())))

    def passages(self, blocks: Iterable[BodyBlock]) -> Iterator[Passage]:
        """Blocks of the version's body, or some of them, and between them what only the source has."""
        for number, block in enumerate(blocks_of(blocks)):
            if number == 0 and block.id == self.page.body.raw_data[0]["id"]:
                yield from self._missing_after(None)
            if block.id in self.stale:
                source = self.todays.get(block.id)
                concerns_safety = must_be_current(block) or (source is not None and must_be_current(source))
                marked = None if concerns_safety else self._marked_block(block, source)
                yield Passage(block, source, stale=True, replaced=concerns_safety, marked=marked)
            else:
                yield Passage(block)
            yield from self._missing_after(block.id)

    def _marked_block(self, block: BodyBlock, source: BodyBlock | None) -> Marked | None:
        if source is None or {block.block_type, source.block_type} != {"rich_text"}:
            return None
        return self._marked(f"{BODY}.{block.id}", block.value.source, source.value.source)

    def marked_text(self, name: str) -> Marked | None:
        """The running text in a field of the page, if it is known which of its paragraphs are older."""
        if name not in self.texts:
            return None
        return self._marked(name, getattr(self.page, name), getattr(self.source, name))

    def _marked(self, path: str, version: str, source: str) -> Marked | None:
        if is_written(self.page):
            return None
        return marked(version, source, self.basis.get(path, ""))

    def _missing_after(self, block_id: str | None) -> Iterator[Passage]:
        for missing in self.missing.get(block_id, ()):
            source = self.todays[missing]
            yield Passage(None, source, stale=True, replaced=must_be_current(source))


def must_be_current(block: BodyBlock) -> bool:
    """Whom to call, and what keeps one safe: rather in another language than wrong."""
    return block.block_type == "contact_card" or is_about_safety(block)


def outdated_version(page: Page) -> Outdated | None:
    """
    What to tell of a page that its reader gets in their own language; None where it is current.

    One query, for the source, and only if the page was found together with passages that are behind.
    """
    freshness: Freshness = freshness_found(page)
    if not freshness.in_sight or freshness.changed_at is None:
        return None
    if page.locale.language_code != reading_language().code:
        return None
    source = _source_of(page)
    if source is None:
        return None
    parts = [path.split(".") for path in freshness.in_sight]
    stale = frozenset(part[1] for part in parts if part[0] == BODY and len(part) > 1)
    texts = frozenset(part[0] for part in parts if part[0] != BODY)
    todays = {block.id: block for block in blocks_of(source.body)} if hasattr(source, BODY) else {}
    return Outdated(
        freshness.changed_at,
        len(freshness.in_sight),
        source,
        page,
        stale,
        texts,
        todays,
        _missing(page, todays, stale),
        freshness.basis,
    )


def _source_of(page: Page) -> Page | None:
    """Only if everybody may see it: it may have become private since the version was compared."""
    public = only_published(type(page)._default_manager.select_related("locale"))
    return public.filter(
        translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE
    ).first()


def is_written(page: Page) -> bool:
    """Written in the source's own language, easier: no paragraph of it stands for one of the source's."""
    return str(page.locale.language_code).split("-")[0] == settings.LANGUAGE_CODE


def _missing(
    page: Page, todays: Mapping[str | None, BodyBlock], stale: frozenset[str]
) -> dict[str | None, list[str]]:
    """
    Ids of blocks that only the source has, by the block of the version they come after (None: before all).

    A version that is written, not translated, has blocks of its own: there only what must be current is missed.
    """
    own = {block["id"] for block in page.body.raw_data} if todays else set()
    found: dict[str | None, list[str]] = {}
    previous = None
    for block_id, block in todays.items():
        if block_id in own:
            previous = block_id
        elif block_id in stale and (not is_written(page) or must_be_current(block)):
            found.setdefault(previous, []).append(block_id)
    return found
