"""Blocks that every page body may use. One concept, one class; templates in `templates/blocks/`."""

from site_core.blocks.body import body_blocks

__all__ = ["body_blocks"]
