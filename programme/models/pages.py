"""The programme's pages: its editions, the way to them, the institutions it works with."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CharField, QuerySet, UUIDField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail_localize.fields import SynchronizedField, TranslatableField

from programme.models.tagging import WithPartners
from programme.models.vocabulary import ActivityLine, PartnerInstitution
from site_core.cards import Card
from site_core.languages.alphabet import in_alphabet
from site_core.languages.chains import languages_of_reader
from site_core.languages.groups import by_language
from site_core.languages.localised import all_in, best_of, readable, readable_codes
from site_core.languages.page_links import page_ids
from site_core.languages.reading import reading_language
from site_core.languages.targets import link_cards
from site_core.listings import Tags, listings_for
from site_core.models import BodyPage
from site_core.prepared import prepared


class ProgrammeIndexPage(BodyPage):
    """The way to the running edition and to those before it."""

    translatable_fields = BodyPage.body_translatable_fields
    parent_page_types = ["site_core.HomePage"]
    subpage_types = ["programme.ProgrammeEditionPage", "programme.PartnersPage", "site_core.StandardPage"]
    template = "programme/programme_index_page.html"
    kind = "programme"

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        code = reading_language().code
        editions = ProgrammeEditionPage.objects.published().readable_in(languages_of_reader())
        cards = [edition.card() for edition in editions.with_card_fields().order_by("-starts_on")]
        own = [card for card in cards if card.language.code == code]
        context["running"] = [card for card in own if card.status != "archive"]
        context["archive"] = [card for card in own if card.status == "archive"]
        context["elsewhere"] = by_language(card for card in cards if card.language.code != code)
        return context


class ProgrammeEditionPage(WithPartners, BodyPage):
    """One edition of the programme: its resolution, its years, its activity lines, what came of it."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        RUNNING = "running", _("Running")
        ARCHIVE = "archive", _("Ended – archive")

    lead = models.TextField(_("lead"), max_length=600, blank=True)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    resolution_number = models.CharField(_("number of the resolution"), max_length=60, blank=True)
    resolution_date = models.DateField(_("date of the resolution"), null=True, blank=True)
    resolution_url = models.URLField(_("address of the resolution"), blank=True)
    previous_edition = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("previous edition"), null=True, blank=True, related_name="+"
    )
    next_edition = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("next edition"), null=True, blank=True, related_name="+"
    )

    content_panels = [
        *BodyPage.content_panels[:-1],
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Years")),
        MultiFieldPanel(
            [FieldPanel("resolution_number"), FieldPanel("resolution_date"), FieldPanel("resolution_url")],
            heading=_("Resolution of the City Council"),
        ),
        FieldPanel("body"),
        *WithPartners.partner_panels,
        MultiFieldPanel(
            [PageChooserPanel("previous_edition"), PageChooserPanel("next_edition")], heading=_("Neighbours")
        ),
    ]
    translatable_fields = [
        *BodyPage.body_translatable_fields,
        *WithPartners.partner_translatable_fields,
        TranslatableField("lead"),
        *[
            SynchronizedField(name, overridable=False)
            for name in (
                "starts_on",
                "ends_on",
                "resolution_number",
                "resolution_date",
                "resolution_url",
                "previous_edition",
                "next_edition",
            )
        ],
    ]
    parent_page_types = ["programme.ProgrammeIndexPage"]
    subpage_types = ["site_core.StandardPage"]
    template = "programme/programme_edition_page.html"
    kind = "edition"
    is_looked_for_by_kind = True
    card_fields = (*BodyPage.card_fields, "starts_on", "ends_on")

    class Meta:
        verbose_name = _("programme edition")
        verbose_name_plural = _("programme editions")

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The edition ends before it starts.")})

    def state_on(self, day: date) -> "ProgrammeEditionPage.State":
        if day < self.starts_on:
            return self.State.PLANNED
        return self.State.ARCHIVE if day > self.ends_on else self.State.RUNNING

    @property
    def state(self) -> "ProgrammeEditionPage.State":
        """Follows from the dates, today: nobody has to remember to archive."""
        return self.state_on(timezone.localdate())

    def activity_lines(self) -> list[ActivityLine]:
        """The lines of this edition in the page's language; one query."""
        code = reading_language().code
        return best_of(_lines_of(edition=self.translation_key, codes=readable_codes(code)), code)

    def linked_page_ids(self) -> set[int]:
        return super().linked_page_ids() | page_ids(self.previous_edition_id, self.next_edition_id)

    def neighbours(self) -> list[Card]:
        """Previous and next edition, in the page's language where they exist in it."""
        return link_cards([self.previous_edition_id, self.next_edition_id])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        lines = self.activity_lines()
        context["activity_lines"] = lines
        context["partners"] = self.partners_in(reading_language().code)
        context["neighbours"] = self.neighbours()
        context["listings"] = listings_for(
            Tags(
                languages=languages_of_reader(),
                activity_lines=tuple(line.translation_key for line in lines),
                leave_out=self.translation_key,
            ),
            # What comes and what runs now belongs to the edition that runs, though it works along the same lines.
            only=("resources",) if self.state == self.State.ARCHIVE else None,
        )
        return context

    def card(self) -> Card:
        card = super().card()
        card.status, card.status_label = self.state.value, str(self.state.label)
        card.meta = (f"{self.starts_on.year}–{self.ends_on.year}",)
        return card


@prepared(edition=UUIDField(), codes=CharField())
def _lines_of(edition: UUID, codes: list[str]) -> QuerySet:
    """
    The lines of an edition in all its versions: an activity line belongs to the version of the page in its language.
    """
    keys = ActivityLine.objects.filter(edition__translation_key=edition).order_by().values("translation_key")
    return readable(ActivityLine, codes).filter(translation_key__in=keys)


class PartnersPage(BodyPage):
    """The directory of partner institutions, grouped by kind."""

    translatable_fields = BodyPage.body_translatable_fields
    parent_page_types = ["programme.ProgrammeIndexPage"]
    subpage_types = ["organisations.OrganisationPage"]
    template = "programme/partners_page.html"
    kind = "partners"

    class Meta:
        verbose_name = _("partner directory")
        verbose_name_plural = _("partner directories")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        by_kind: dict[str, list[PartnerInstitution]] = {}
        code = reading_language().code
        partners = all_in(PartnerInstitution, code)
        for partner in sorted(partners, key=lambda partner: in_alphabet(partner.name, code)):
            by_kind.setdefault(partner.get_kind_display(), []).append(partner)
        context["partners_by_kind"] = by_kind
        return context

    def search_facts(self) -> Iterator[str]:
        """With the institutions it lists, and what they are; one query."""
        yield from super().search_facts()
        for partner in all_in(PartnerInstitution, self.language.code):
            yield from (partner.name, partner.get_kind_display())
