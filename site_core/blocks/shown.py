"""
The blocks of a body as readers get them.

Wagtail makes values of all that is stored, and each block walks its template: most of the cost of a long page. Here a
block that follows from a few facts is made once for the same facts in the same language, as long as it is among those
read last, and its stored words are made into values only then:

- blocks of words alone (`of_words` in their `Meta`) follow from what is stored, unless their words link to something;
- blocks that are `ShownByFacts` follow from what they say they show, looked up once for all of their type in a body.

The template of either may ask for `value` alone: what it is given is nobody's request.

All others are made for each reader by Wagtail's own means.
"""

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Protocol

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from wagtail import blocks

from site_core.languages.reading import language_shown, told_in
from site_core.languages.words import language_attributes

KEPT = 2048
LONGEST_KEPT = 5_000
"""Characters of stored words; a longer text is made for each reader. All words kept: some forty megabytes."""
_LOOKED_UP = ("linktype=", "embedtype=")
"""How what is looked up for each reader stands in Wagtail's rich text."""


class BodyBlock(Protocol):
    """A block of a body, Wagtail's or a `StoredBlock`."""

    @property
    def id(self) -> str | None: ...
    @property
    def block_type(self) -> str: ...
    @property
    def value(self) -> Any: ...
    def render(self, context: Mapping[str, Any] | None = None) -> str: ...


class ShownByFacts(blocks.StructBlock):
    """A block whose template knows, as `value`, what `facts_shown` says and not what Wagtail makes of it."""

    def facts_shown(self, stored: Sequence[Any], *, is_preview: bool) -> Sequence[Hashable]:
        """
        For each of these values, as they are stored, what is shown: to readers, or to who previews the page.

        One query for all, but for sizes of pictures that have to be made.
        """
        raise NotImplementedError

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """For whoever shows one block by Wagtail's own means."""
        context = super().get_context(value, parent_context)
        (context["value"],) = self.facts_shown([self.get_prep_value(value)], is_preview=is_previewed(context))
        return dict(context)


class StoredBlock:
    """One block of a body: to templates as Wagtail's own; its value is made when somebody asks for it."""

    def __init__(self, body: "StoredBody", number: int, stored: dict[str, Any]) -> None:
        self.body = body
        self.number = number
        self.stored = stored["value"]
        self.block_type: str = stored["type"]
        self.id: str | None = stored.get("id")

    @property
    def value(self) -> Any:
        return self.body.stream[self.number].value

    def render(self, context: Mapping[str, Any] | None = None) -> SafeString:
        """`context`: what templates of blocks may ask for beside their `value`; those that are made once do not."""
        block = self.body.stream.stream_block.child_blocks[self.block_type]
        if isinstance(block, ShownByFacts):
            facts = self.body.facts_of(self.number, block, is_previewed(context))
            return _made_of_facts(block.get_template(facts), facts, told_in())
        words = _words_alone(block, self.stored)
        if words is not None:
            return _made_of_words(_Definition(block), words, told_in())
        return conditional_escape(self.body.stream[self.number].render(context))

    render_as_block = render


class StoredBody:
    """The blocks of a StreamField as they would be stored now. For one answer: what it looked up stays as it was."""

    def __init__(self, stream: blocks.StreamValue) -> None:
        self.stream = stream
        # Not its raw data: that of a value that was made and then changed, as for a translator's preview, stays.
        self.blocks = [StoredBlock(self, *numbered) for numbered in enumerate(stream.get_prep_value())]
        self._facts: dict[int, Hashable] = {}

    def __iter__(self) -> Iterator[StoredBlock]:
        return iter(self.blocks)

    def facts_of(self, number: int, block: ShownByFacts, is_preview: bool) -> Hashable:
        """What this block shows; looked up for all of its type at once."""
        if number not in self._facts:
            same = [one for one in self.blocks if one.block_type == block.name]
            shown = block.facts_shown([one.stored for one in same], is_preview=is_preview)
            self._facts.update(zip((one.number for one in same), shown, strict=True))
        return self._facts[number]


def is_previewed(context: Mapping[str, Any] | None) -> bool:
    """Is this shown to somebody who sees more than readers do? Wagtail says so on the request."""
    return bool(context and getattr(context.get("request"), "is_preview", False))


def blocks_of(stream: Iterable[BodyBlock]) -> Iterable[BodyBlock]:
    """The blocks of a StreamField; some of them, in a list, are what they are."""
    return StoredBody(stream) if isinstance(stream, blocks.StreamValue) else stream


def shown_blocks(stream: Iterable[BodyBlock], context: Mapping[str, Any]) -> SafeString:
    """All blocks of a StreamField, or some of them, each in a wrapper that carries its distance to the next."""
    language = language_attributes(language_shown())
    made = ((block.block_type, conditional_escape(block.render(context))) for block in blocks_of(stream))
    return SafeString(
        "".join(f'<div class="block block--{kind}"{language}>{markup}</div>\n' for kind, markup in made)
    )


def _words_alone(block: blocks.Block, stored: Any) -> str | None:
    """What is stored, as text; None where more than that is shown, or it is too long to be kept."""
    if not getattr(block.meta, "of_words", False):
        return None
    words = json.dumps(stored, ensure_ascii=False, cls=DjangoJSONEncoder)
    is_kept = len(words) <= LONGEST_KEPT and not any(sign in words for sign in _LOOKED_UP)
    return words if is_kept else None


class _Definition:
    """A block of a StreamField as a key: Wagtail's have no hash, and to make another leaves it in its registry."""

    __slots__ = ("block",)

    def __init__(self, block: blocks.Block) -> None:
        self.block = block

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Definition) and other.block is self.block

    def __hash__(self) -> int:
        return id(self.block)


@lru_cache(maxsize=KEPT)
def _made_of_facts(template: str, value: Hashable, told: tuple[str | None, ...]) -> SafeString:
    return SafeString(render_to_string(template, {"value": value}))


@lru_cache(maxsize=KEPT)
def _made_of_words(of: _Definition, words: str, told: tuple[str | None, ...]) -> SafeString:
    return conditional_escape(of.block.render(of.block.to_python(json.loads(words))))
