"""Blocks of pictures, files and films."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.models import AbstractImage

from site_core.blocks.choices import LanguageChoiceBlock
from site_core.blocks.choosers import PreparedDocumentChooserBlock, PreparedImageBlock
from site_core.blocks.shown import ShownByFacts
from site_core.blocks.text import ShortRichTextBlock
from site_core.files import ShownFile, shown_file
from site_core.languages.known import Language, language_of
from site_core.media.pictures import ShownPicture, picture_rows, rendered_sizes
from site_core.media.rows import document_rows
from site_core.stored import list_items

FILE_ENDING = re.compile(r"\.(avif|gif|heic|jpe?g|png|svg|webp)$", re.IGNORECASE)


def names_the_file(text: str, image: AbstractImage) -> bool:
    """Is the alternative text the name of the file? That says nothing to who does not see the picture."""
    uploaded_as, _dot, _ending = image.filename.rpartition(".")
    return bool(FILE_ENDING.search(text.strip())) or slugify(text) in {slugify(uploaded_as), uploaded_as}


class DescribedImageBlock(PreparedImageBlock):
    """A picture with its alternative text, for which the name of the file does not count."""

    def clean(self, value: AbstractImage | None) -> AbstractImage | None:
        cleaned = super().clean(value)
        described = cleaned and not cleaned.decorative and not self.is_deferred_validation
        if described and names_the_file(cleaned.contextual_alt_text, cleaned):
            error = ValidationError(_("Say what the picture shows; this is the name of its file."))
            raise StructBlockValidationError(block_errors={"alt_text": error})
        return cleaned


class ShownFigure(NamedTuple):
    """A picture with its words as their template knows them; the picture may be gone."""

    picture: ShownPicture | None
    caption: str
    credit: str
    is_withheld: bool


class FigureBlock(ShownByFacts):
    """A picture with the alternative text of this use; the same picture may say something else elsewhere."""

    image = DescribedImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False)
    credit = blocks.CharBlock(label=_("Credit and licence"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/figure.html"

    def facts_shown(self, stored: Sequence[Any], *, is_preview: bool) -> list[ShownFigure]:
        """A picture that was withdrawn is shown to who previews the page, and to nobody else."""
        chosen = [_chosen_picture(value.get("image")) for value in stored]
        rows = picture_rows({one["image"] for one in chosen if one.get("image")})
        seen = [row for row in rows.values() if is_preview or row.withheld_by is None]
        rendered = rendered_sizes(seen)
        figures = []
        for value, one in zip(stored, chosen, strict=True):
            row = rows.get(one.get("image") or 0)
            picture = None
            if row is not None and rendered.get(row.pk):
                alt = "" if one.get("decorative") else one.get("alt_text") or row.description
                picture = ShownPicture(alt, row.sizes, row.is_drawing, rendered[row.pk])
            is_withheld = row is not None and row.pk not in rendered
            figures.append(
                ShownFigure(picture, value.get("caption", ""), value.get("credit", ""), is_withheld)
            )
        return figures


def _chosen_picture(stored: dict[str, Any] | int | None) -> dict[str, Any]:
    """As Wagtail's ImageBlock reads it, which took the place of a block that kept an id alone."""
    return stored if isinstance(stored, dict) else {"image": stored}


class ListedFileBlock(blocks.StructBlock):
    document = PreparedDocumentChooserBlock(label=_("File"))
    label = blocks.CharBlock(label=_("What it is"))
    language = LanguageChoiceBlock(label=_("Language of the file"))


class ListedFiles(NamedTuple):
    """A list of files as its template knows it."""

    heading: str
    shown: tuple[ShownFile, ...]


class FileListBlock(ShownByFacts):
    """Files to take away, each with its language, format and size."""

    heading = blocks.CharBlock(label=_("Heading"))
    files = blocks.ListBlock(ListedFileBlock(), label=_("Files"))

    class Meta:
        icon = "doc-full"
        label = _("Files")
        template = "blocks/file_list.html"

    def facts_shown(self, stored: Sequence[Any], *, is_preview: bool) -> list[ListedFiles]:
        """The files that are still there, as they are offered."""
        lists = [list(list_items(value.get("files", ()))) for value in stored]
        rows = document_rows({pk for files in lists for file in files if (pk := file.get("document"))})
        return [
            ListedFiles(
                str(value.get("heading", "")),
                tuple(
                    shown_file(rows[file["document"]], file.get("label", ""), _languages(file))
                    for file in files
                    if file.get("document") in rows
                ),
            )
            for value, files in zip(stored, lists, strict=True)
        ]


def _languages(file: dict[str, Any]) -> tuple[Language, ...]:
    return (language_of(file["language"]),) if file.get("language") else ()


class CaptionsBlock(blocks.StructBlock):
    language = LanguageChoiceBlock(label=_("Language"))
    document = PreparedDocumentChooserBlock(label=_("Captions (VTT)"))


class VideoValue(blocks.StructValue):
    """Answers where the film is, so that the template need not know."""

    @cached_property
    def host(self) -> str:
        """Host of a film kept elsewhere, to be named before the reader goes there; empty otherwise."""
        return urlsplit(self.get("source_url") or "").hostname or ""


class VideoBlock(blocks.StructBlock):
    """A film that loads nothing until somebody asks for it, with all it says in writing."""

    title = blocks.CharBlock(label=_("Title"))
    source_file = PreparedDocumentChooserBlock(label=_("Film kept here"), required=False)
    source_url = blocks.URLBlock(label=_("Film kept elsewhere"), required=False)
    captions = blocks.ListBlock(CaptionsBlock(), label=_("Captions"), default=[])
    transcript = ShortRichTextBlock(label=_("Everything that is said and shown"))

    class Meta:
        icon = "media"
        label = _("Film")
        template = "blocks/video.html"
        value_class = VideoValue

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        here, elsewhere = cleaned.get("source_file"), cleaned.get("source_url")
        if bool(here) != bool(elsewhere) or self.is_deferred_validation:
            return cleaned
        if here:
            error = ValidationError(_("Give a file or an address, not both."))
        else:
            error = ValidationError(
                _("There is no film yet. Choose a file, or give the address of the film.")
            )
        raise StructBlockValidationError(block_errors={"source_url" if here else "source_file": error})
