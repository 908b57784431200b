"""Where a link leads is no translator's question: at reading time it leads to the reader's language by itself."""

from collections.abc import Callable

import pytest
from wagtail.models import Page
from wagtail_localize.segments import OverridableSegmentValue
from wagtail_localize.segments.extract import extract_segments

pytestmark = pytest.mark.django_db


def test_translators_are_not_asked_for_related_pages(demo_page: Callable[..., Page]) -> None:
    """Their editor could not even show which page it is: they may not explore the tree of the source."""
    campaign = demo_page("Mówię po swojemu")
    assert "related_pages" in {block.block_type for block in campaign.body}
    asked = {s.path for s in extract_segments(campaign) if isinstance(s, OverridableSegmentValue)}
    assert {path for path in asked if ".pages." in path} == set()
    assert any(path.endswith(".image") for path in asked), "another picture in another language is offered"
