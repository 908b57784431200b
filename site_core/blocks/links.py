"""Blocks that lead somewhere: related pages, a place to turn to."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from site_core.blocks.choices import LanguageChoiceBlock, LanguagesChoiceBlock
from site_core.blocks.shown import ShownByFacts
from site_core.cards import Card
from site_core.languages.known import Language, known_languages
from site_core.languages.page_links import link_targets
from site_core.languages.targets import link_card
from site_core.stored import list_items


class LinkedPageBlock(blocks.PageChooserBlock):
    """
    Wagtail's page chooser, of which translators are not asked: a link leads to the reader's language by itself, and of
    a page in a tree that they may not explore their editor could not even show the title.
    """

    def get_translatable_segments(self, value: Page | None) -> list[Any]:
        return []


class ShownPages(NamedTuple):
    """Related pages as their template knows them: in the reader's language where they exist in it."""

    heading: str
    cards: tuple[Card, ...]


class RelatedPagesBlock(ShownByFacts):
    heading = blocks.CharBlock(label=_("Heading"))
    pages = blocks.ListBlock(LinkedPageBlock(label=_("Page")), label=_("Pages"))

    class Meta:
        icon = "link"
        label = _("Related pages")
        template = "blocks/related_pages.html"

    def facts_shown(self, stored: Sequence[Any], *, is_preview: bool) -> list[ShownPages]:
        """Withdrawn and private pages fall out; the page being answered has looked all of them up already."""
        lists = [[page for page in list_items(value.get("pages", ())) if page] for value in stored]
        targets = link_targets(page for pages in lists for page in pages)
        return [
            ShownPages(
                str(value.get("heading", "")),
                tuple(link_card(targets[page]) for page in pages if page in targets),
            )
            for value, pages in zip(stored, lists, strict=True)
        ]


class PhoneBlock(blocks.RegexBlock):
    """A phone number. Not a CharBlock on purpose: translators are not asked to translate it, it stays in step."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("regex", r"^[0-9+() \-]{3,20}$")
        super().__init__(**kwargs)


class ContactCardValue(blocks.StructValue):
    @property
    def spoken(self) -> list[Language]:
        known = known_languages()
        return [known[code] for code in self["languages"] or [] if code in known]


class ContactCardBlock(blocks.StructBlock):
    """A place to turn to: an office or a helpline, never a person."""

    unit = blocks.CharBlock(label=_("Office or helpline"))
    name_language = LanguageChoiceBlock(
        label=_("Language of the words in brackets"),
        required=False,
        help_text=_(
            "When translations give the name over the door in brackets: “City Guard (Straż Miejska)”."
        ),
    )
    role = blocks.CharBlock(label=_("What it helps with"))
    phone = PhoneBlock(label=_("Phone"), required=False)
    email = blocks.EmailBlock(label=_("E-mail"), required=False)
    website = blocks.URLBlock(label=_("Website"), required=False)
    hours = blocks.CharBlock(label=_("When it answers"), required=False)
    languages = LanguagesChoiceBlock(label=_("Languages spoken"), required=False)

    class Meta:
        icon = "help"
        label = _("Place to turn to")
        template = "blocks/contact_card.html"
        of_words = True
        value_class = ContactCardValue
