"""The library and the resources in it."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet, UUIDField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from organisations.models import PublishedBy
from programme.filters import topic_options
from programme.models import ProgrammeTags
from resources.cards import resource_cards, resource_meta, stage_labels
from resources.filters import resource_facets
from resources.library import listed
from resources.metadata import learning_resource
from resources.models.files import ResourceFile
from resources.models.vocabulary import Kind, Licence, Purpose, Stage
from site_core.blocks.text import SHORT_RICH_TEXT_FEATURES
from site_core.cards import Card
from site_core.choices import label_of
from site_core.facets import FacetIndex, Facets
from site_core.fields import CodesField
from site_core.files import OfferedFile, ShownFile
from site_core.languages.chains import languages_of_reader
from site_core.languages.groups import by_language
from site_core.languages.known import Language, language_of
from site_core.languages.names import names_of
from site_core.languages.page_links import page_ids
from site_core.languages.reading import reading_language
from site_core.languages.shared_rows import holds_shared_rows, rows_in_hand
from site_core.languages.snippet_names import names_chosen
from site_core.languages.targets import link_cards
from site_core.listings import Tags, listings_for
from site_core.models import BodyPage
from site_core.pagination import pager
from site_core.panels import SharedRowsPanel
from site_core.prepared import prepared


class ResourceIndexPage(BodyPage):
    """The library: every resource readable in this language, with filters in the address."""

    translatable_fields = BodyPage.body_translatable_fields
    parent_page_types = ["site_core.HomePage"]
    subpage_types = ["resources.ResourcePage"]
    template = "resources/resource_index_page.html"
    kind = "resources"

    class Meta:
        verbose_name = _("library")
        verbose_name_plural = _("libraries")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        code = reading_language().code
        codes = languages_of_reader()
        facets = context["facets"] = Facets(resource_facets(topic_options(code)), request.GET)

        def choose(index: FacetIndex) -> Sequence[int]:
            facets.count_in(index)
            context["pager"] = pager(facets.found_ids, request.GET.get("page"), facets)
            return context["pager"].page.object_list

        cards = resource_cards(listed(codes, choose))
        context["groups"] = by_language(cards, facets.total_by_language(codes))
        context["frame"].index = not facets.deep
        return context


class ResourcePage(ProgrammeTags, PublishedBy, BodyPage):
    """One resource: everything needed to use it, and its files in every language it comes in."""

    resource_kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    stages = CodesField(_("for whom"), choices=Stage.choices)
    minutes_min = models.PositiveSmallIntegerField(_("minutes, at least"), null=True, blank=True)
    minutes_max = models.PositiveSmallIntegerField(_("minutes, at most"), null=True, blank=True)
    materials = models.TextField(_("what to bring"), blank=True)
    note_to_teachers = RichTextField(
        _("note to teachers"),
        features=SHORT_RICH_TEXT_FEATURES,
        blank=True,
        help_text=_("What may happen in the room, and how to look after people afterwards."),
    )
    content_note = models.TextField(
        _("content note"),
        max_length=400,
        blank=True,
        help_text=_("What is hard in it. Shown before the files."),
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.CC_BY)
    law_as_of = models.DateField(_("law as of"), null=True, blank=True)
    based_on = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("based on"), null=True, blank=True, related_name="+"
    )
    campaign = models.ForeignKey(
        "campaigns.CampaignPage",
        models.SET_NULL,
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        related_name="+",
    )

    content_panels = [
        *BodyPage.content_panels[:-1],
        MultiFieldPanel(
            [
                FieldPanel("resource_kind"),
                FieldPanel("stages"),
                FieldRowPanel([FieldPanel("minutes_min"), FieldPanel("minutes_max")]),
                FieldPanel("materials"),
            ],
            heading=_("At a glance"),
        ),
        FieldPanel("content_note"),
        FieldPanel("note_to_teachers"),
        FieldPanel("body"),
        SharedRowsPanel("files", heading=_("Files"), label=_("File")),
        MultiFieldPanel(
            [FieldPanel("licence"), FieldPanel("law_as_of"), PageChooserPanel("based_on")],
            heading=_("Terms and origin"),
        ),
        *PublishedBy.organisation_panels,
        PageChooserPanel("campaign"),
        *ProgrammeTags.tag_panels,
    ]
    translatable_fields = [
        *BodyPage.body_translatable_fields,
        TranslatableField("materials"),
        TranslatableField("note_to_teachers"),
        TranslatableField("content_note"),
        *[
            SynchronizedField(name, overridable=False)
            for name in (
                "resource_kind",
                "stages",
                "minutes_min",
                "minutes_max",
                "licence",
                "law_as_of",
                "based_on",
                "campaign",
            )
        ],
        *ProgrammeTags.tag_translatable_fields,
        *PublishedBy.organisation_translatable_fields,
    ]
    search_fields = [
        *BodyPage.search_fields,
        index.SearchField("materials"),
        index.SearchField("note_to_teachers"),
    ]

    parent_page_types = ["resources.ResourceIndexPage", "organisations.OrganisationPage"]
    subpage_types: list[str] = []
    template = "resources/resource_page.html"
    kind = "resource"
    is_looked_for_by_kind = True
    card_fields = (
        *BodyPage.card_fields,
        *("resource_kind", "stages", "minutes_min", "minutes_max", "licence"),
    )
    shared_child_relations = ("files",)

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")

    def clean(self) -> None:
        super().clean()
        if self.minutes_min and self.minutes_max and self.minutes_max < self.minutes_min:
            raise ValidationError({"minutes_max": _("The longest time is shorter than the shortest.")})

    def linked_page_ids(self) -> set[int]:
        return super().linked_page_ids() | page_ids(self.based_on_id)

    @property
    def stage_labels(self) -> list[str]:
        return stage_labels(self.stages)

    @property
    def is_read(self) -> bool:
        return Kind(self.resource_kind).is_read

    @property
    def terms(self) -> Licence:
        return Licence(self.licence)

    def files_by_language(self) -> tuple[tuple[Language, tuple[ShownFile, ...]], ...]:
        """
        Files grouped by their first language: the reader's own first, then as editors ordered them.

        A bilingual sheet stands under its first language and, if that is the reader's, under the second.
        """
        edited = rows_in_hand(self, "files")
        files = _files(key=self.translation_key) if edited is None else edited
        reader = reading_language().code
        groups: dict[str, list[ShownFile]] = {}
        for file in files:
            key = reader if file.second_language == reader else file.language
            groups.setdefault(key, []).append(file.shown())
        ordered = sorted(groups, key=lambda code: code != reader)
        return tuple((language_of(code), tuple(groups[code])) for code in ordered)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        code = reading_language().code
        context["file_groups"] = self.files_by_language()
        context |= names_chosen(self, ("organisation", "topics"), code)
        context["based_on"] = link_cards([self.based_on_id])
        context["structured_data"] = learning_resource(self, context)
        topics = tuple(topic.translation_key for topic in context["topics"])
        if topics:
            context["listings"] = listings_for(
                Tags(languages=languages_of_reader(), topics=topics, leave_out=self.translation_key),
                limit=3,
                only=("resources",),
            )
        return context

    def search_facts(self) -> Iterator[str]:
        """With its kind, for whom it is, what its files are for and in which languages; one query more."""
        yield from super().search_facts()
        yield label_of(Kind, self.resource_kind)
        yield from self.stage_labels
        files = list(_files(key=self.translation_key))
        for purpose in sorted({file.purpose for file in files}):
            yield label_of(Purpose, purpose)
        codes = {code for file in files for code in (file.language, file.second_language) if code}
        yield names_of([language_of(code) for code in sorted(codes)])

    def search_files(self) -> Iterator[OfferedFile]:
        """
        With those of all its languages on the version that they stand on, else with those in its own: so none is in
        the index once for each language. What has a content note is not quoted.
        """
        for file in super().search_files():
            yield file._replace(is_quoted=file.is_quoted and not self.content_note)
        code, takes_all = self.language.code, holds_shared_rows(self)
        for file in _files(key=self.translation_key):
            languages = tuple(language.code for language in file.languages)
            if takes_all or code in languages:
                yield OfferedFile(file.document_id, file.name, languages, is_quoted=not self.content_note)

    def card(self) -> Card:
        card = super().card()
        card.kind_label = label_of(Kind, self.resource_kind)
        card.meta = resource_meta(self.stages, self.minutes_min, self.minutes_max, self.licence)
        return card


@prepared(key=UUIDField())
def _files(key: UUID) -> QuerySet:
    return ResourceFile.objects.of_resources([key])
