"""Blocks of words: running text, quotes, steps, things to unfold, things to mind."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from site_core.blocks.choices import LanguageChoiceBlock, WordChoiceBlock
from site_core.blocks.shown import BodyBlock
from site_core.languages.parts import LANGUAGE_OF_PART

RICH_TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", LANGUAGE_OF_PART]
SHORT_RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", LANGUAGE_OF_PART]


class RichTextBlock(blocks.RichTextBlock):
    """Running text with headings of the second and third level; the first is the page's title."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/rich_text.html"
        of_words = True


class ShortRichTextBlock(blocks.RichTextBlock):
    """Running text inside another block: no headings, the block has its own."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", SHORT_RICH_TEXT_FEATURES)
        super().__init__(**kwargs)


class QuoteBlock(blocks.StructBlock):
    """Words of a document, a law, a rule. The source may be empty, never an invented person."""

    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"
        of_words = True


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What to do"))
    text = ShortRichTextBlock(label=_("How"))


class StepsBlock(blocks.StructBlock):
    """Numbered steps."""

    heading = blocks.CharBlock(label=_("Heading"), required=False)
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"))

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "blocks/steps.html"
        of_words = True


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Question or title"))
    text = ShortRichTextBlock(label=_("Text"))


class AccordionBlock(blocks.StructBlock):
    """Parts a reader unfolds; works without scripts."""

    heading = blocks.CharBlock(label=_("Heading"), required=False)
    items = blocks.ListBlock(AccordionItemBlock(), label=_("Parts"))

    class Meta:
        icon = "collapse-down"
        label = _("Unfolding parts")
        template = "blocks/accordion.html"
        of_words = True


class Tone(models.TextChoices):
    INFO = "info", _("Good to know")
    IMPORTANT = "important", _("Important")
    SAFETY = "safety", _("Safety")


class CalloutBlock(blocks.StructBlock):
    """One thing to mind. Its tone is said in words too, never by colour alone."""

    tone = WordChoiceBlock(choices=Tone.choices, default=Tone.INFO, label=_("Tone"))
    title = blocks.CharBlock(label=_("Title"))
    text = ShortRichTextBlock(label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Call-out")
        template = "blocks/callout.html"
        of_words = True


def is_about_safety(block: BodyBlock) -> bool:
    return block.block_type == "callout" and block.value["tone"] == Tone.SAFETY


class GlossaryTermBlock(blocks.StructBlock):
    """A word and what it means here."""

    term = blocks.CharBlock(label=_("Term"))
    definition = blocks.TextBlock(label=_("Meaning"))
    language = LanguageChoiceBlock(
        label=_("Language of the words in brackets"),
        required=False,
        help_text=_(
            "When translations give the original in brackets: “private prosecution (oskarżenie prywatne)”."
        ),
    )

    class Meta:
        icon = "info-circle"
        label = _("Glossary term")
        template = "blocks/glossary_term.html"
        of_words = True


class HarmfulExampleBlock(blocks.StructBlock):
    """
    An example of hateful speech, hidden until a reader asks for it.

    It never leaves the page: not for search, meta data, shared links, feeds or translation machines. So it is
    neither indexed nor offered as anybody's summary.
    """

    why = blocks.CharBlock(label=_("Why it is shown"))
    example = blocks.TextBlock(
        label=_("Example"), help_text=_("As little as needed. Mask slurs; describe rather than repeat.")
    )
    context = ShortRichTextBlock(label=_("Why it harms, what the rules say"))

    class Meta:
        icon = "view"
        label = _("Harmful example")
        template = "blocks/harmful_example.html"
        of_words = True
        for_people_only = True  # site_core.translation.machine.harmful

    def get_searchable_content(self, value: blocks.StructValue) -> list[str]:
        return []
