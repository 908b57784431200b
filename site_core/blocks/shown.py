"""
The blocks of a body as readers get them.

Wagtail makes values of all that is stored, and each block walks its template: most of the cost of a long page. Here a
block that follows from a few facts is made once for the same facts in the same language, as long as it is among those
read last, and its stored words are made into values only then:

- blocks of words alone (`of_words` in their `Meta`) follow from what is stored, unless their words link to something;
- blocks that are `ShownByFacts` follow from what they say they show, looked up once for all of their type in a body.

All others are made for each reader by Wagtail's own means.
"""

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail import blocks

from site_core.languages.reading import language_shown, told_in
from site_core.languages.words import language_attributes


class ShownByFacts(blocks.StructBlock):
    """A block whose template knows, as `value`, what `facts_shown` says and not what Wagtail makes of it."""

    def facts_shown(self, stored: Sequence[Any]) -> Sequence[Hashable]:
        """For each of these values, as they are stored, what is shown; one query at most."""
        raise NotImplementedError

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """For who shows one block by Wagtail's own means."""
        context = super().get_context(value, parent_context)
        (context["value"],) = self.facts_shown([self.get_prep_value(value)])
        return dict(context)


KEPT = 2048
_LOOKED_UP = ("linktype=", "embedtype=")
"""How what is looked up for each reader stands in Wagtail's rich text."""


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

    def render(self, context: Mapping[str, Any] | None = None) -> str:
        """`context`: what templates of blocks may ask for beside their `value`; those that are made once do not."""
        block = self.body.stream.stream_block.child_blocks[self.block_type]
        if isinstance(block, ShownByFacts):
            return _made_of_facts(block.meta.template, self.body.facts_of(self.number, block), told_in())
        words = _words_alone(block, self.stored)
        if words is not None:
            return _made_of_words(cast(Hashable, type(block)), words, told_in())
        return str(self.body.stream[self.number].render(context))

    render_as_block = render


class StoredBody:
    """The blocks of a StreamField as they are stored."""

    def __init__(self, stream: blocks.StreamValue) -> None:
        self.stream = stream
        self._facts: dict[int, Hashable] = {}

    def __iter__(self) -> Iterator[StoredBlock]:
        for number, stored in enumerate(self.stream.raw_data):
            yield StoredBlock(self, number, stored)

    def facts_of(self, number: int, block: ShownByFacts) -> Hashable:
        """What this block shows; looked up for all of its type at once."""
        if number not in self._facts:
            same = [one for one in self if one.block_type == block.name]
            shown = block.facts_shown([one.stored for one in same])
            self._facts.update(zip((one.number for one in same), shown, strict=True))
        return self._facts[number]


def blocks_of(stream: Iterable[Any]) -> Iterable[Any]:
    """The blocks of a StreamField; those of a form, whose values are made already, as they are."""
    return StoredBody(stream) if isinstance(stream, blocks.StreamValue) and stream.is_lazy else stream


def shown_blocks(stream: Iterable[Any], context: Mapping[str, Any]) -> SafeString:
    """All blocks of a StreamField, or some of them, each in a wrapper that carries its distance to the next."""
    language = language_attributes(language_shown())
    return SafeString(
        "".join(
            f'<div class="block block--{block.block_type}"{language}>{block.render(context)}</div>\n'
            for block in blocks_of(stream)
        )
    )


def _words_alone(block: blocks.Block, stored: Any) -> str | None:
    """What is stored, as text; None where more than that is shown."""
    if not getattr(block.meta, "of_words", False):
        return None
    words = json.dumps(stored, ensure_ascii=False)
    return None if any(sign in words for sign in _LOOKED_UP) else words


@lru_cache(maxsize=KEPT)
def _made_of_facts(template: str, value: Hashable, told: tuple[str | None, ...]) -> str:
    return render_to_string(template, {"value": value})


@lru_cache(maxsize=KEPT)
def _made_of_words(kind: type[blocks.Block], words: str, told: tuple[str | None, ...]) -> str:
    block = kind()
    return str(block.render(block.to_python(json.loads(words))))
