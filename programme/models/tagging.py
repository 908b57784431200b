"""How a page says what it belongs to."""

from collections.abc import Iterator

from django.conf import settings
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from programme.models.vocabulary import ActivityLine, PartnerInstitution, Topic
from site_core.languages.alphabet import in_alphabet
from site_core.languages.localised import chosen_in
from site_core.languages.snippet_names import names_chosen


def _source_rows() -> dict[str, str]:
    """Editors choose among the rows of the source language; readers see them in their own."""
    return {"locale__language_code": settings.LANGUAGE_CODE}


class ProgrammeTags(models.Model):
    """
    Mixin: activity lines and topics of a page.

    The relations hold the rows of the source language on every translation of the page (wagtail-localize does not
    translate many-to-many fields), and are shown through `chosen_in`.
    """

    activity_lines = ParentalManyToManyField(
        ActivityLine,
        verbose_name=_("activity lines"),
        blank=True,
        related_name="+",
        limit_choices_to=_source_rows,
    )
    topics = ParentalManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="+", limit_choices_to=_source_rows
    )

    tag_panels = [
        MultiFieldPanel(
            [
                FieldPanel("activity_lines", widget=CheckboxSelectMultiple),
                FieldPanel("topics", widget=CheckboxSelectMultiple),
            ],
            heading=_("Where it belongs"),
        )
    ]
    tag_translatable_fields = [
        SynchronizedField("activity_lines", overridable=False),
        SynchronizedField("topics", overridable=False),
    ]

    class Meta:
        abstract = True

    def search_facts(self) -> Iterator[str]:
        """With its topics; one query."""
        yield from super().search_facts()
        yield from (topic.words for topic in names_chosen(self, ("topics",), self.language.code)["topics"])


class WithPartners(models.Model):
    """Mixin: partner institutions of a page, kept as the rows of the source language."""

    partners = ParentalManyToManyField(
        PartnerInstitution,
        verbose_name=_("partner institutions"),
        blank=True,
        related_name="+",
        limit_choices_to=_source_rows,
    )

    partner_panels = [FieldPanel("partners", widget=CheckboxSelectMultiple)]
    partner_translatable_fields = [SynchronizedField("partners", overridable=False)]

    class Meta:
        abstract = True

    def partners_in(self, code: str) -> list[PartnerInstitution]:
        """In the reader's alphabet; one query."""
        return sorted(chosen_in(self, "partners", code), key=lambda partner: in_alphabet(partner.name, code))

    def search_facts(self) -> Iterator[str]:
        """With its partners; one query."""
        yield from super().search_facts()
        yield from (partner.name for partner in self.partners_in(self.language.code))
