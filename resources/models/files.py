"""The files of a resource, by language and purpose."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from resources.models.vocabulary import Licence, Purpose
from site_core.choices import label_of
from site_core.files import ShownFile, shown_file
from site_core.languages.known import Language, language_of
from site_core.languages.shared_rows import of_public_source


class ResourceFileQuerySet(models.QuerySet):
    def of_resources(self, translation_keys: Iterable[UUID]) -> QuerySet:
        """
        Files of these resources in the editors' order.

        Files belong to the resource and not to one language version of its page: they stand on the page where they
        were entered, and every version shows them. The licence of their page comes along, its texts do not.
        """
        files = (
            of_public_source(self)
            .filter(page__translation_key__in=translation_keys)
            .select_related("document")
        )
        return files.annotate(resource_licence=F("page__licence"))


class ResourceFile(Orderable):
    """One file: which language, what for, under which licence."""

    page = ParentalKey("resources.ResourcePage", on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, models.PROTECT, verbose_name=_("file"), related_name="+"
    )
    title = models.CharField(
        _("what it is"), max_length=160, blank=True, help_text=_("Empty: the file's own title.")
    )
    language = models.CharField(_("language"), max_length=20)
    second_language = models.CharField(
        _("second language"), max_length=20, blank=True, help_text=_("For bilingual sheets.")
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose.choices)
    licence = models.CharField(
        _("licence"),
        max_length=20,
        choices=Licence.choices,
        blank=True,
        help_text=_("Empty: the licence of the resource."),
    )

    objects = ResourceFileQuerySet.as_manager()

    panels = [
        FieldPanel("document"),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("second_language")]),
        FieldRowPanel([FieldPanel("purpose"), FieldPanel("licence")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"

    @property
    def name(self) -> str:
        return self.title or self.document.title

    @property
    def languages(self) -> tuple[Language, ...]:
        return tuple(language_of(code) for code in (self.language, self.second_language) if code)

    @property
    def own_terms(self) -> Licence | None:
        """The licence of this file where it has another than its resource."""
        differs = self.licence in Licence.values and self.licence != self.page_licence
        return Licence(self.licence) if differs else None

    @property
    def page_licence(self) -> str:
        return getattr(self, "resource_licence", None) or self.page.licence

    def shown(self) -> ShownFile:
        own = self.own_terms
        return shown_file(
            self.document,
            self.name,
            self.languages,
            purpose=label_of(Purpose, self.purpose),
            licence=own.label if own else "",
            licence_url=own.deed if own else "",
        )
