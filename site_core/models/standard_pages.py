"""The home page and the plain page."""

from itertools import takewhile
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from site_core.admin.dates import Schedule
from site_core.blocks import body_blocks
from site_core.blocks.shown import BodyBlock, blocks_of
from site_core.blocks.text import is_about_safety
from site_core.fields import ContentStreamField
from site_core.languages.chains import languages_of_reader
from site_core.languages.release import HomePagePermissions
from site_core.listings import Tags, listings_for
from site_core.models.base_page import BasePage


class BodyPage(BasePage):
    """Abstract: a page with a body made of the shared blocks."""

    body = ContentStreamField(body_blocks(), blank=True, verbose_name=_("body"))

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    body_translatable_fields = [*BasePage.base_translatable_fields, TranslatableField("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True


class HomePage(BodyPage):
    """The first page of a language. A language is public when its home page is published: by switching it on."""

    lead = models.TextField(
        _("lead"), max_length=400, blank=True, help_text=_("What this is, for whom, what one can do here.")
    )

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), FieldPanel("body")]
    # A day to be published on, or until, would switch a language on or off with nobody there.
    settings_panels = [panel for panel in BasePage.settings_panels if not isinstance(panel, Schedule)]
    translatable_fields = [*BodyPage.body_translatable_fields, TranslatableField("lead")]

    parent_page_types = ["wagtailcore.Page"]
    template = "site_core/home_page.html"
    kind = "home"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def permissions_for_user(self, user: AbstractUser) -> HomePagePermissions:
        """Of its own: publishing the home page of a translation opens a language (`site_core.languages.release`)."""
        return HomePagePermissions(user, self)

    def help_and_rest(self) -> tuple[list[BodyBlock], list[BodyBlock]]:
        """
        The call-outs about safety that the body begins with, and all after them.

        They stand right below the title: on a small phone everything after the lead is on the second screen.
        """
        blocks = list(blocks_of(self.body))
        ahead = list(takewhile(is_about_safety, blocks))
        return ahead, blocks[len(ahead) :]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["help"], context["rest"] = self.help_and_rest()
        context["listings"] = listings_for(Tags(languages=languages_of_reader()))
        return context


class StandardPage(BodyPage):
    """Anything that needs no type of its own: about, accessibility, first steps."""

    translatable_fields = BodyPage.body_translatable_fields
    template = "site_core/standard_page.html"
    kind = "standard"

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    @classmethod
    def type_label(cls) -> str:
        """ "Plain page" is an editor's word."""
        return ""
