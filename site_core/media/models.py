"""The site's own image, rendition and document."""

from __future__ import annotations

import posixpath
import secrets
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image
from wagtail.images.models import get_upload_to as image_path
from wagtail.search import index

from site_core.media.checked import CheckedFile
from site_core.media.fields import CheckedDocumentField, CleanedImageField
from site_core.media.pictures import kept_as
from site_core.media.rows import address_of_document


def document_path(document: SiteDocument, filename: str) -> str:
    """A folder of its own per content: two files may bear the same name, and people see that name."""
    return f"documents/{document.file_hash[:10]}/{filename}"


class GatedUpload(models.Model):
    """A model whose `file` is checked when it is validated, and again, if nobody validated it, when it is
    saved.
    """

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Any = None, **kwargs: Any) -> None:
        checked = self.gate.check_waiting_upload(self)
        if checked is not None and update_fields is not None:
            update_fields = {*update_fields, *self.facts_of_the_file}
        super().save(*args, update_fields=update_fields, **kwargs)

    def clean(self) -> None:
        try:
            self.gate.check_waiting_upload(self)
        except ValidationError as refusal:
            raise ValidationError({"file": refusal.error_list}) from refusal
        super().clean()

    @property
    def gate(self) -> Any:
        """The field of the file, which knows how to check one that waits to be saved."""
        return self._meta.get_field("file")

    def take_facts(self, checked: CheckedFile) -> None:
        """Size and hash of what is kept, not of what was sent: Wagtail finds duplicates by them."""
        self.file_size = checked.size
        self.file_hash = checked.sha1


class Withholdable(models.Model):
    """
    A model whose files do not answer while the withdrawal with this number stands (docs/features/withdrawing.md).

    Written by `site_core.translation.withdrawing` alone.
    """

    withheld_by = models.UUIDField(_("withdrawn with"), null=True, blank=True, editable=False, db_index=True)

    class Meta:
        abstract = True


class SiteImage(Withholdable, GatedUpload, AbstractImage):  # noqa: DJ008 (Wagtail's base has it)
    """A picture that holds pixels and nothing else; its original is never public (docs/features/media.md)."""

    file = CleanedImageField(
        verbose_name=_("file"), upload_to=image_path, width_field="width", height_field="height"
    )
    # In its old place: bulk creation asks the fields in this order, and size, hash, width and height follow
    # from the file.
    file.creation_counter = AbstractImage.file.field.creation_counter

    # Part of the key under which every process remembers the addresses of renditions: they are others from now on.
    address_generation = models.PositiveIntegerField(default=0, db_default=0, editable=False)

    admin_form_fields = Image.admin_form_fields
    facts_of_the_file = ("file", "file_size", "file_hash", "width", "height")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = (("choose_image", "Can choose image"),)

    @property
    def default_alt_text(self) -> str:
        """Offered where the picture is used. Its title, which Wagtail would offer, is mostly the name of its file."""
        return self.description

    def clean_filter_for_svg(self, filter: Filter) -> Filter:  # noqa: A002 (Wagtail's name)
        return _known_filter(super().clean_filter_for_svg(filter).spec)

    def get_upload_to(self, filename: str) -> str:
        """The hash is part of the name, so no new picture appears under a cached address of an old one."""
        stem, _dot, extension = filename.rpartition(".")
        return super().get_upload_to(f"{stem[:24].strip('-')}-{self.file_hash[:10]}.{extension}")


@lru_cache(maxsize=256)
def _known_filter(spec: str) -> Filter:
    """Wagtail reads a specification anew for each picture on each page: what it says never changes."""
    return Filter(spec=spec)


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="site_core_rendition_once"
            ),
        )

    def get_upload_to(self, filename: str) -> str:
        """
        The editors' small pictures of a withdrawn one have names that nobody can guess.

        Its known addresses would tell them otherwise: they differ in the size only. The database is asked, and not the
        image in hand: whoever reads the page at this moment may have it from before the withdrawal.
        """
        path = super().get_upload_to(filename)
        if not SiteImage.objects.filter(pk=self.image_id, withheld_by__isnull=False).exists():
            return path
        folder, name = posixpath.split(path)
        return posixpath.join(folder, f"{secrets.token_urlsafe(16)}-{name}")

    @staticmethod
    def construct_cache_key(image: SiteImage, filter_cache_key: str, filter_spec: str) -> str:
        key = AbstractRendition.construct_cache_key(image, filter_cache_key, filter_spec)
        return f"{key}-{image.address_generation}"

    # Wagtail keeps renditions in a cache, each with its whole image, and (7.4) writes those that it has just read
    # there back on every view: half of what a picture cost a page. Wagtail gives a rendition the image in hand.

    def __getstate__(self) -> dict[str, Any]:
        state = super().__getstate__()
        state["_state"].fields_cache.pop("image", None)
        return state

    def purge_from_cache(self) -> None:
        super().purge_from_cache()
        self.cache_backend.delete(kept_as(self.image_id))

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)
        self._from_cache = True


class SiteDocument(Withholdable, GatedUpload, AbstractDocument):  # noqa: DJ008 (Wagtail's base has it)
    """A file people download, with what they want to know before they do."""

    class Accessibility(models.TextChoices):
        """What the file says about itself. A hint, not a verdict: whether it reads well, only a person can
        say.
        """

        YES = "yes", _("Tagged, with title and language")
        PARTLY = "partly", _("Tagged, but title or language is missing")
        NO = "no", _("Not tagged")
        UNKNOWN = "unknown", _("Not known")

    file = CheckedDocumentField(verbose_name=_("file"), upload_to=document_path)
    file.creation_counter = AbstractDocument.file.field.creation_counter
    language = models.CharField(
        _("language"),
        max_length=20,
        blank=True,
        help_text=_(
            "The code of the language the file is written in, such as “pl” or “uk”. Empty: read from the "
            "file, if it says."
        ),
    )
    page_count = models.PositiveIntegerField(_("number of pages"), null=True, blank=True, editable=False)
    accessibility = models.CharField(
        _("accessibility hint"),
        max_length=10,
        choices=Accessibility.choices,
        default=Accessibility.UNKNOWN,
        editable=False,
    )

    admin_form_fields = ("title", "file", "language", "collection", "tags")
    facts_of_the_file = ("file", "file_size", "file_hash", "page_count", "accessibility", "language")
    search_fields = [*AbstractDocument.search_fields, index.FilterField("language")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = (("choose_document", "Can choose document"),)

    @property
    def url(self) -> str:
        """Always by the door that knows what is withdrawn, never the file's own address."""
        return address_of_document(self.pk, self.filename)

    def take_facts(self, checked: CheckedFile) -> None:
        super().take_facts(checked)
        if checked.facts is None:
            return
        self.page_count = checked.facts.page_count
        self.accessibility = checked.facts.accessibility
        self.language = self.language or checked.facts.language
