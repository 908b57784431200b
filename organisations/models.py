"""Organisations that publish here, and how a page says who published it."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from site_core.blocks.text import SHORT_RICH_TEXT_FEATURES
from site_core.languages.chains import languages_of_reader
from site_core.languages.localised import same_and_older
from site_core.languages.reading import reading_language
from site_core.listings import Tags, listings_for
from site_core.models import BasePage


class Organisation(TranslatableMixin, index.Indexed, models.Model):
    """Who publishes: a city office or an NGO. Pages refer to the row of the source language."""

    class Kind(models.TextChoices):
        CITY_UNIT = "city_unit", _("City office or unit")
        NGO = "ngo", _("Non-governmental organisation")
        CULTURE = "culture", _("Cultural institution")
        LIBRARY = "library", _("Library")

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.NGO)
    description = RichTextField(_("description"), features=SHORT_RICH_TEXT_FEATURES, blank=True)
    website = models.URLField(_("website"), blank=True)

    panels = [FieldPanel(name) for name in ("name", "kind", "description", "website")]
    translatable_fields = [
        TranslatableField("name"),
        TranslatableField("description"),
        SynchronizedField("kind", overridable=False),
        SynchronizedField("website"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PublishedBy(models.Model):
    """Mixin: the organisation a page is published by."""

    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="+",
    )

    # Whoever may not edit organisations writes for the one whose page is above (organisations.wagtail_hooks).
    organisation_panels = [FieldPanel("organisation", permission="organisations.change_organisation")]
    organisation_translatable_fields = [SynchronizedField("organisation", overridable=False)]

    class Meta:
        abstract = True


class OrganisationPage(PublishedBy, BasePage):  # noqa: DJ008 - Page has one
    """An organisation's own page: who it is and what it has published here."""

    content_panels = [*BasePage.content_panels, *PublishedBy.organisation_panels]
    translatable_fields = [
        *BasePage.base_translatable_fields,
        *PublishedBy.organisation_translatable_fields,
    ]
    parent_page_types = ["site_core.HomePage", "site_core.StandardPage", "programme.PartnersPage"]
    subpage_types = [
        "campaigns.CampaignPage",
        "events.EventPage",
        "resources.ResourcePage",
        "site_core.StandardPage",
    ]
    template = "organisations/organisation_page.html"
    kind = "organisation"
    is_looked_for_by_kind = True

    class Meta:
        verbose_name = _("organisation's page")
        verbose_name_plural = _("organisations' pages")

    def description_in(self, code: str) -> tuple[Organisation | None, Organisation | None]:
        """The organisation in the reader's language, and as it is in Polish if its description is older; one query."""
        if self.organisation_id is None:
            return None, None
        found, in_polish = same_and_older(Organisation, self.organisation_id, code, "description")
        return found or self.organisation, in_polish

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        organisation, in_polish = self.description_in(reading_language().code)
        context["organisation"] = organisation
        context["in_polish"] = in_polish
        if organisation is not None:
            context["listings"] = listings_for(
                Tags(
                    languages=languages_of_reader(),
                    organisation=organisation.translation_key,
                )
            )
        return context
