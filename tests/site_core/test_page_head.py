"""Structured data cannot break out of its block."""

import json

from site_core.templatetags.page_head import structured_data_block


def test_data_comes_back_as_it_was() -> None:
    data = {"name": "Kraków – „Słyszę”", "description": "a </script><script>alert(1)</script> & b"}
    block = structured_data_block(data)
    opening, closing = '<script type="application/ld+json">', "</script>"
    assert block.startswith(opening)
    assert block.count("<script") == block.count(closing) == 1
    assert json.loads(block.removeprefix(opening).removesuffix(closing)) == data
