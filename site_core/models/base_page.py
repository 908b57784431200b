"""The page every page is: what readers see of any page, whatever its type."""

from http import HTTPMethod
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as in_wagtails_words
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.models import Locale, Page, PageViewRestriction, Revision
from wagtail.search import index
from wagtail.utils.decorators import cached_classmethod
from wagtail_localize.fields import SynchronizedField, TranslatableField

from site_core.admin.dates import Schedule
from site_core.cards import Card
from site_core.forms import CopyWithoutAlias, SitePageForm
from site_core.frame import page_frame
from site_core.languages.addresses import absolute, page_address, reading_address
from site_core.languages.known import Language, language_of
from site_core.languages.outdated import outdated_version
from site_core.languages.reading import reading_language, show_in
from site_core.models.page_rows import ReadFromRows
from site_core.models.page_texts import PageTexts
from site_core.previews import EditorPreviews
from site_core.querysets import BasePageManager
from site_core.recordings.panels import panels_beside_the_text
from site_core.recordings.reading import OF_ONE_VERSION, beside, keep_what_is_known
from site_core.references.rows import references_found_once
from site_core.translation.said_minor import said_in, with_what_was_said


class Palette(models.TextChoices):
    """Colours of the drawn illustration. The drawing itself follows from the page's identity."""

    RIVER = "river", _("River")
    CLAY = "clay", _("Clay")
    PLUM = "plum", _("Plum")
    MOSS = "moss", _("Moss")
    AMBER = "amber", _("Amber")
    NIGHT = "night", _("Night")


class BasePage(EditorPreviews, ReadFromRows, PageTexts, Page):
    """
    Abstract base of all page types.

    Translation rules are written out on every type (`translatable_fields`): what wagtail-localize would guess
    changes with the field's class, and a missing rule shows Polish text on a foreign page.
    """

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_("One or two plain sentences. Shown in lists, by search engines and in shared links."),
    )
    social_text = models.CharField(
        _("text to share"),
        max_length=200,
        blank=True,
        help_text=_("One sentence for a shared link. Empty: the summary."),
    )
    palette = models.CharField(
        _("colours of the illustration"), max_length=10, choices=Palette.choices, default=Palette.RIVER
    )
    responsible_unit = models.CharField(
        _("responsible office or organisation"),
        max_length=200,
        blank=True,
        help_text=_("Who keeps this page true. An office or an organisation, not a person."),
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    review_by = models.DateField(_("review by"), null=True, blank=True)

    objects = BasePageManager()
    base_form_class = SitePageForm
    copy_form_class = CopyWithoutAlias

    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    content_panels = [*Page.content_panels, "summary"]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("social_text"),
            ],
            heading=_("For search engines and shared links"),
        ),
        MultiFieldPanel([FieldPanel("show_in_menus"), FieldPanel("palette")], heading=_("On the site")),
    ]
    settings_panels = [
        MultiFieldPanel(
            [FieldPanel("minor_change"), FieldPanel("minor_reason")],
            heading=_("Translations"),
            classname="minor-change",
        ),
        Schedule(),
        MultiFieldPanel(
            [FieldPanel("responsible_unit"), FieldPanel("checked_on"), FieldPanel("review_by")],
            heading=_("Care of the page"),
        ),
    ]

    beside_panels = panels_beside_the_text()

    base_translatable_fields = [
        TranslatableField("title"),
        TranslatableField("slug"),
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        TranslatableField("summary"),
        TranslatableField("social_text"),
        TranslatableField("responsible_unit"),
        SynchronizedField("show_in_menus", overridable=False),
        SynchronizedField("palette", overridable=False),
        SynchronizedField("checked_on", overridable=False),
        SynchronizedField("review_by", overridable=False),
    ]

    # The admin shows a page by the title of its draft, so it is looked for by that one, too.
    search_fields = [
        *Page.search_fields,
        index.AutocompleteField("draft_title"),
        index.SearchField("summary", boost=2),
    ]

    minor_reason = ""
    """Why the change that is being saved is minor, if its editor says so; goes with the revision."""

    said_minor = ""
    """What was said of the draft that this is."""

    kind = "page"
    """Style key of the type in lists, and its value in the addresses of searches."""

    is_looked_for_by_kind = False
    """Is it one of the kinds of things that people narrow a search to?"""

    card_fields: tuple[str, ...] = (
        *("path", "depth", "title", "url_path", "translation_key", "locale"),
        *("summary", "palette"),
    )
    """What `card()` reads. Types whose cards say more add to it."""

    shared_child_relations: tuple[str, ...] = ()
    """Child relations that belong to the page in all languages and stay where they were entered."""

    class Meta:
        abstract = True

    @cached_classmethod
    def get_edit_handler(cls) -> Panel:  # noqa: N805 - a class method, by another decorator
        """Wagtail's three tabs, and one for what stands beside the text."""
        tabs = [
            ObjectList(cls.content_panels, heading=in_wagtails_words("Content")),
            ObjectList(cls.beside_panels, heading=_("Sign language and audio")),
            ObjectList(cls.promote_panels, heading=in_wagtails_words("Promote")),
            ObjectList(cls.settings_panels, heading=in_wagtails_words("Settings")),
        ]
        return TabbedInterface(tabs, base_form_class=cls.base_form_class).bind_to_model(cls)

    @classmethod
    def type_label(cls) -> str:
        """What a reader is told this is, beside links to it; empty where the name of the type says nothing."""
        return str(cls._meta.verbose_name).capitalize()

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Pages begin in the source language: in others they come into being as a translation or an easy version."""
        return super().can_create_at(parent) and (
            parent.is_root() or parent.locale.language_code == settings.LANGUAGE_CODE
        )

    @property
    def language(self) -> Language:
        return language_of(self.locale.language_code)

    @property
    def illustration_seed(self) -> str:
        """The same in every language, so that a campaign keeps its picture."""
        return str(self.translation_key)

    @property
    def description(self) -> str:
        """For `<meta name="description">`: never empty, never a harmful example."""
        return self.search_description or self.summary

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int | None, str, str] | None:
        """
        Own address, worked out without Wagtail's cache of site roots.

        That cache lives for an hour per process: a home page published meanwhile would have no address in the
        other processes (stack.md, T18).
        """
        if self.depth is None or self.depth < 2:
            return None
        return None, absolute(""), page_address(self)

    def get_view_restrictions(self) -> models.QuerySet:
        """
        Restrictions on this page and above it.

        Without a query where the page was found together with the answer that there are none, else in one
        (Wagtail's own needs two; aliases, whose sources it asks, are never served).
        """
        if self.alias_of_id is not None:
            return super().get_view_restrictions()
        if getattr(self, "is_restricted", None) is False:
            return PageViewRestriction.objects.none()
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=paths)

    def copy_for_translation(
        self, locale: Locale, copy_parents: bool = False, alias: bool = False, exclude_fields: Any = None
    ) -> Page:
        """
        A new translation leaves the rows that all languages share on the page where they were entered, and recordings
        on the version that they say.
        """
        excluded = [*(exclude_fields or []), *self.shared_child_relations, *OF_ONE_VERSION]
        return super().copy_for_translation(locale, copy_parents, alias, excluded)

    copy_for_translation.alters_data = True

    def serializable_data(self) -> dict[str, Any]:
        return with_what_was_said(super().serializable_data(), self.minor_reason)

    def with_content_json(self, content: dict[str, Any]) -> Page:
        page = super().with_content_json(content)
        page.said_minor = said_in(content)
        return page

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Takes along what is known of the recordings beside the text, which nobody edits."""
        keep_what_is_known(self)
        return super().save_revision(*args, **kwargs)

    save_revision.alters_data = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Likewise: Wagtail takes the rows that were there away before it writes those of a revision. What the page refers
        to is looked up when they are written.
        """
        keep_what_is_known(self)
        with transaction.atomic(), references_found_once(self):
            super().save(*args, **kwargs)

    save.alters_data = True

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """By bulk action, approval, schedule or program: not while there is machine text that nobody has read."""
        from site_core.translation.machine.publishing import holds_back

        if not holds_back(self):
            super().publish(revision, *args, **kwargs)

    publish.alters_data = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        show_in(self.language)
        context["outdated"] = outdated = outdated_version(self)
        context["beside"] = beside(self, self.language, outdated)
        linked = self.linked_page_ids() | (outdated.source.linked_page_ids() if outdated else set())
        context["frame"] = page_frame(request, self, linked)
        context["structured_data"] = self.structured_data() | (outdated.structured_data() if outdated else {})
        return context

    def structured_data(self) -> dict[str, Any]:
        """JSON-LD of this page; types narrow `@type` and add their own facts."""
        data: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": self.title,
            "description": self.description,
            "url": absolute(page_address(self)),
            "inLanguage": self.language.code,
        }
        if self.last_published_at:
            data["dateModified"] = self.last_published_at.isoformat(timespec="seconds")
        return data

    def card(self) -> Card:
        """This page in a list. Makes no query if the locale was selected."""
        return Card(
            url=reading_address(reading_language().code, self.language.code, self.url_path),
            title=self.title,
            language=self.language,
            summary=self.summary,
            kind=self.kind,
            kind_label=self.type_label(),
            palette=self.palette,
            seed=self.illustration_seed,
        )
