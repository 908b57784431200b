"""What pages are tagged with: the programme's activity lines and topics, and the institutions it works with."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from site_core.blocks.choices import language_choices
from site_core.fields import CodesField


class ActivityLine(TranslatableMixin, index.Indexed, models.Model):
    """One of the lines a programme edition works along. Pages are tagged with the row of the source language."""

    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=120)
    lead = models.TextField(_("lead"), max_length=400, blank=True)
    edition = models.ForeignKey(
        "programme.ProgrammeEditionPage",
        verbose_name=_("edition of the programme"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    panels = [FieldPanel("number"), FieldPanel("title"), FieldPanel("lead"), FieldPanel("edition")]
    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("lead"),
        SynchronizedField("number", overridable=False),
        SynchronizedField("edition", overridable=False),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("locale"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("activity line")
        verbose_name_plural = _("activity lines")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Topic(TranslatableMixin, index.Indexed, models.Model):
    """What a page is about, in the words readers use."""

    slug = models.SlugField(_("code in addresses"), max_length=60)
    name = models.CharField(_("name"), max_length=80)

    panels = [FieldPanel("name"), FieldPanel("slug")]
    translatable_fields = [TranslatableField("name"), SynchronizedField("slug", overridable=False)]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["locale", "slug"], name="one_topic_per_code_and_language"),
        ]

    def __str__(self) -> str:
        return self.name


class PartnerInstitution(TranslatableMixin, index.Indexed, models.Model):
    """An institution the programme works with. Public names only; what it does in one sentence."""

    class Kind(models.TextChoices):
        CITY_UNIT = "city_unit", _("City office or unit")
        POLICE = "police", _("Police")
        GUARD = "guard", _("City guard")
        CULTURE = "culture", _("Cultural institution")
        NGO = "ngo", _("Non-governmental organisation")
        UNIVERSITY = "university", _("University")
        LIBRARY = "library", _("Library")
        INFORMATION_POINT = "information_point", _("Information point")

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    role = models.TextField(_("what it does"), max_length=400)
    website = models.URLField(_("website"), blank=True)
    languages = CodesField(_("languages spoken"), choices=language_choices)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    panels = [FieldPanel(name) for name in ("name", "kind", "role", "website", "languages", "checked_on")]
    translatable_fields = [
        TranslatableField("name"),
        TranslatableField("role"),
        SynchronizedField("kind", overridable=False),
        SynchronizedField("website"),
        SynchronizedField("languages", overridable=False),
        SynchronizedField("checked_on", overridable=False),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("partner institution")
        verbose_name_plural = _("partner institutions")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
