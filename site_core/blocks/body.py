"""The set of blocks of a page body."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from site_core.blocks.links import ContactCardBlock, RelatedPagesBlock
from site_core.blocks.media import FigureBlock, FileListBlock, VideoBlock
from site_core.blocks.text import (
    AccordionBlock,
    CalloutBlock,
    GlossaryTermBlock,
    HarmfulExampleBlock,
    QuoteBlock,
    RichTextBlock,
    StepsBlock,
)


def body_blocks() -> list[tuple[str, blocks.Block]]:
    """Fresh instances, as each StreamField owns its own. Names stand in stored content: they never change."""
    text, media, people = _("Words"), _("Pictures and files"), _("Where to go")
    return [
        ("rich_text", RichTextBlock(group=text)),
        ("quote", QuoteBlock(group=text)),
        ("steps", StepsBlock(group=text)),
        ("accordion", AccordionBlock(group=text)),
        ("callout", CalloutBlock(group=text)),
        ("glossary_term", GlossaryTermBlock(group=text)),
        ("harmful_example", HarmfulExampleBlock(group=text)),
        ("figure", FigureBlock(group=media)),
        ("file_list", FileListBlock(group=media)),
        ("video", VideoBlock(group=media)),
        ("related_pages", RelatedPagesBlock(group=people)),
        ("contact_card", ContactCardBlock(group=people)),
    ]
