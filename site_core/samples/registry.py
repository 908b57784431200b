"""Where rooms put their samples."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class SampleObjects:
    """Ids of things a sample may refer to."""

    page_id: int
    document_id: int
    image_id: int


BlockSample = Callable[[SampleObjects], Any]
"""Makes the raw value of a block, as it would be stored."""

PageSample = Callable[[list[dict[str, Any]]], Page]
"""Makes an unsaved page around the raw body it is given; title, slug and locale are set by the caller."""

_block_samples: dict[str, BlockSample] = {}
_page_samples: dict[type[Page], PageSample] = {}


def register_block_sample(name: str, sample: BlockSample) -> None:
    _block_samples[name] = sample


def register_page_sample(model: type[Page], sample: PageSample) -> None:
    _page_samples[model] = sample


def block_samples() -> dict[str, BlockSample]:
    return dict(_block_samples)


def page_samples() -> dict[type[Page], PageSample]:
    return dict(_page_samples)
