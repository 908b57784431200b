"""
One sample of each block and page type.

A test translates, publishes and serves every sample in every language; `manage.py check` fails for a type without
one. So a new block that breaks translation is noticed on the day it is written.
"""

from site_core.samples.registry import (
    block_samples,
    page_samples,
    register_block_sample,
    register_page_sample,
)

__all__ = ["block_samples", "page_samples", "register_block_sample", "register_page_sample"]
