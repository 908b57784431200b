"""Campaigns: what an organisation asks of people, for how long, and with what in hand."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from campaigns.forms import CampaignForm
from organisations.models import PublishedBy
from programme.models import ProgrammeTags, WithPartners
from site_core.blocks.choices import language_choices
from site_core.blocks.text import SHORT_RICH_TEXT_FEATURES
from site_core.cards import Card
from site_core.fields import CodesField
from site_core.languages.addresses import absolute
from site_core.languages.chains import languages_of_reader
from site_core.languages.groups import by_language
from site_core.languages.known import Language, language_of
from site_core.languages.page_links import page_ids
from site_core.languages.reading import reading_language
from site_core.languages.snippet_names import names_chosen
from site_core.languages.targets import link_cards
from site_core.listings import Tags, listings_for
from site_core.models import BodyPage


class CampaignIndexPage(BodyPage):
    """All campaigns: those running, those to come, those that ended."""

    translatable_fields = BodyPage.body_translatable_fields
    parent_page_types = ["site_core.HomePage"]
    subpage_types = ["campaigns.CampaignPage"]
    template = "campaigns/campaign_index_page.html"
    kind = "campaigns"

    class Meta:
        verbose_name = _("list of campaigns")
        verbose_name_plural = _("lists of campaigns")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        code = reading_language().code
        campaigns = CampaignPage.objects.published().readable_in(languages_of_reader()).with_card_fields()
        ordered = campaigns.order_by("reading_rank", "starts_on", "title")
        cards = [campaign.card() for campaign in ordered]
        context["groups"] = [
            {
                "state": state,
                "label": state.heading,
                "cards": [c for c in cards if c.status == state.value and c.language.code == code],
            }
            for state in CampaignPage.State
        ]
        context["elsewhere"] = by_language(card for card in cards if card.language.code != code)
        return context


class CampaignPage(ProgrammeTags, WithPartners, PublishedBy, BodyPage):
    """One campaign. Its state follows from its dates; after the end the page says what came of it."""

    class State(models.TextChoices):
        RUNNING = "running", _("Running now")
        PLANNED = "planned", _("Coming")
        ENDED = "ended", _("Ended")

        @property
        def heading(self) -> str:
            """Over several campaigns; in most languages another form than the word beside one."""
            return {
                self.RUNNING: gettext("Campaigns running now"),
                self.PLANNED: gettext("Campaigns to come"),
                self.ENDED: gettext("Campaigns that have ended"),
            }[self]

    lead = models.TextField(_("lead"), max_length=600, help_text=_("One to three sentences under the title."))
    aim = RichTextField(_("aim"), features=SHORT_RICH_TEXT_FEATURES, blank=True)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    call_to_action = models.CharField(_("call to action"), max_length=80, blank=True)
    call_to_action_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        verbose_name=_("page it leads to"),
        null=True,
        blank=True,
        related_name="+",
    )
    call_to_action_url = models.URLField(_("or address it leads to"), blank=True)
    languages = CodesField(_("languages of the campaign's materials"), choices=language_choices)
    results = RichTextField(
        _("what came of it"),
        features=SHORT_RICH_TEXT_FEATURES,
        blank=True,
        help_text=_("Shown once the campaign has ended."),
    )

    base_form_class = CampaignForm
    content_panels = [
        *BodyPage.content_panels[:-1],
        FieldPanel("lead"),
        FieldPanel("aim"),
        MultiFieldPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Period")),
        MultiFieldPanel(
            [
                FieldPanel("call_to_action"),
                PageChooserPanel("call_to_action_page"),
                FieldPanel("call_to_action_url"),
            ],
            heading=_("Call to action"),
        ),
        FieldPanel("body"),
        FieldPanel("results"),
        FieldPanel("languages"),
        *PublishedBy.organisation_panels,
        *WithPartners.partner_panels,
        *ProgrammeTags.tag_panels,
    ]
    translatable_fields = [
        *BodyPage.body_translatable_fields,
        TranslatableField("lead"),
        TranslatableField("aim"),
        TranslatableField("call_to_action"),
        TranslatableField("results"),
        *[
            SynchronizedField(name, overridable=False)
            for name in ("starts_on", "ends_on", "call_to_action_page", "call_to_action_url", "languages")
        ],
        *ProgrammeTags.tag_translatable_fields,
        *WithPartners.partner_translatable_fields,
        *PublishedBy.organisation_translatable_fields,
    ]
    search_fields = [*BodyPage.search_fields, index.SearchField("lead"), index.SearchField("aim")]

    parent_page_types = ["campaigns.CampaignIndexPage", "organisations.OrganisationPage"]
    subpage_types = ["site_core.StandardPage"]
    template = "campaigns/campaign_page.html"
    kind = "campaign"
    is_looked_for_by_kind = True
    card_fields = (*BodyPage.card_fields, "starts_on", "ends_on")

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The campaign ends before it starts.")})
        if self.call_to_action_page_id and self.call_to_action_url:
            raise ValidationError({"call_to_action_url": _("Choose a page or give an address, not both.")})

    def state_on(self, day: date) -> "CampaignPage.State":
        if day < self.starts_on:
            return self.State.PLANNED
        return self.State.ENDED if day > self.ends_on else self.State.RUNNING

    @property
    def state(self) -> "CampaignPage.State":
        return self.state_on(timezone.localdate())

    @property
    def spoken_languages(self) -> list[Language]:
        return [language_of(code) for code in self.languages]

    def linked_page_ids(self) -> set[int]:
        return super().linked_page_ids() | page_ids(self.call_to_action_page_id)

    def call_to_action_target(self) -> str:
        """Where the button leads; empty when there is nothing to do or the campaign has ended."""
        if not self.call_to_action or self.state == self.State.ENDED:
            return ""
        if self.call_to_action_page_id:
            targets = link_cards([self.call_to_action_page_id])
            return targets[0].url if targets else ""
        return self.call_to_action_url

    def period(self) -> str:
        """ "10 December 2026 – 31 March 2027" in the reader's language."""
        return gettext("%(start)s – %(end)s") % {
            "start": date_format(self.starts_on, "DATE_FORMAT"),
            "end": date_format(self.ends_on, "DATE_FORMAT"),
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        code = reading_language().code
        context["call_to_action_target"] = self.call_to_action_target()
        context |= names_chosen(self, ("organisation", "activity_lines", "topics"), code)
        context["partners"] = self.partners_in(code)
        context["listings"] = listings_for(
            Tags(languages=languages_of_reader(), campaign=self.translation_key),
            only=("events", "resources"),
        )
        return context

    def structured_data(self) -> dict[str, Any]:
        data = super().structured_data()
        data["about"] = self.lead
        data["temporalCoverage"] = f"{self.starts_on.isoformat()}/{self.ends_on.isoformat()}"
        data["isPartOf"] = {"@type": "WebSite", "url": absolute(f"/{self.language.code}/")}
        return data

    def card(self) -> Card:
        card = super().card()
        card.status, card.status_label = self.state.value, str(self.state.label)
        card.meta = (self.period(),)
        return card
