"""What stands beside the text of a page: a film in sign language, a recording to listen to."""

import re
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from site_core.languages.parts import LANGUAGE_OF_PART

LENGTH = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
TRANSCRIPT_FEATURES = ["bold", "italic", "ol", "ul", LANGUAGE_OF_PART]
"""No links: they would have to be followed from every page beside the page's own."""


class PageRecording(models.Model):
    """
    Abstract: one recording of one version of a page. A version in another language has its own, or none.

    Its rows are drafts and public with their page, as Wagtail's rows of a page are. What is known of how far the text
    has gone on since (`made_from`, `behind`, `behind_in_safety`) is written when the page is published, and by
    `site_core.recordings.freshness` alone; Wagtail, which writes the rows of a revision, leaves it as it is.
    """

    transcript = RichTextField(
        _("everything that is said and shown, in writing"),
        features=TRANSCRIPT_FEATURES,
        blank=True,
        help_text=_("For who neither sees nor hears it. Not needed if the box below is ticked."),
    )
    word_for_word = models.BooleanField(
        _("it says word for word what this page says"),
        default=False,
        help_text=_("Then the page is what there is to read, and nothing has to be written here."),
    )
    length = models.CharField(
        _("length"),
        max_length=6,
        blank=True,
        validators=[RegexValidator(rf"^{LENGTH.pattern}$", _("Minutes and seconds, such as 2:35."))],
        help_text=_("Minutes and seconds, such as 2:35."),
    )
    made_by = models.CharField(
        _("made by"), max_length=200, blank=True, help_text=_("An organisation, not a person.")
    )
    recorded_on = models.DateField(
        _("recorded on"), null=True, help_text=_("Readers are told this day once the text has changed since.")
    )
    # Another one each time that an editor says it was made from the text of the day.
    confirmed = models.UUIDField(null=True, blank=True, editable=False)
    # `recording` it is true of, `passages`: fingerprints of the text it was made from, `safety`: ids of blocks in it
    # that must be current. Null until the page is published.
    made_from = models.JSONField(null=True, blank=True, editable=False)
    # Paths of passages that the text has otherwise by now, or has only now, or no longer.
    behind = models.JSONField(default=list, blank=True, editable=False)
    # There is one among them that must be current (`site_core.languages.outdated.must_be_current`).
    behind_in_safety = models.BooleanField(default=False, db_default=False, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @property
    def is_of(self) -> list[str]:
        """Which recording this is: another file, address or word of an editor makes another one."""
        return [
            str(value or "") for value in (self.document_id, getattr(self, "address", ""), self.confirmed)
        ]

    @property
    def known_basis(self) -> dict[str, Any] | None:
        """What this very recording was made from; None where nobody knows yet."""
        basis = self.made_from
        return basis if basis and basis["recording"] == self.is_of else None

    def keep_what_is_known(self) -> None:
        """
        Of the same recording as it stands in the database. One query.

        By the page and not by the row's own key: a revision was written before its new rows had any, and Wagtail makes
        them anew each time that one is published.
        """
        rows = type(self)._default_manager.filter(page=self.page_id)
        known = rows.first() if self.page_id is not None else None
        if known is not None and known.is_of == self.is_of and known.known_basis:
            self.made_from, self.behind = known.made_from, known.behind
            self.behind_in_safety = known.behind_in_safety
        elif not self.known_basis:
            self.made_from, self.behind, self.behind_in_safety = None, [], False

    @property
    def minutes(self) -> int | None:
        """Rounded, and never none at all; None where the length is not given."""
        found = LENGTH.fullmatch(self.length)
        return max(1, round(int(found[1]) + int(found[2]) / 60)) if found else None


def _document(name: Any, **options: Any) -> models.ForeignKey:
    # A file may be deleted, and an old revision that names it be looked at: modelcluster knows no PROTECT there.
    return models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        models.SET_NULL,
        verbose_name=name,
        null=True,
        related_name="+",
        **options,
    )


class SignLanguageFilm(PageRecording):
    """What the page says, in sign language."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="sign_language_films")
    document = _document(
        _("film kept here"),
        blank=True,
        help_text=_("MP4. Nothing of it is loaded before a reader starts it."),
    )
    address = models.URLField(
        _("film kept elsewhere"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["https"])],
        help_text=_("Readers are told where the link leads. The film there must have captions."),
    )
    captions = _document(
        _("captions"),
        blank=True,
        help_text=_("VTT, in the language of this page. Compulsory for a film that is kept here."),
    )
    sign_language = models.CharField(
        _("sign language"),
        max_length=80,
        blank=True,
        help_text=_("Its name, in the language of this page. Empty: Polish Sign Language (PJM)."),
    )

    panels = [
        FieldPanel("document"),
        FieldPanel("address"),
        FieldPanel("captions"),
        FieldPanel("sign_language"),
        FieldRowPanel([FieldPanel("recorded_on"), FieldPanel("length")]),
        FieldPanel("made_by"),
        FieldPanel("transcript"),
        FieldPanel("word_for_word"),
        FieldPanel("made_from_todays_text"),
    ]

    class Meta:
        verbose_name = _("film in sign language")
        verbose_name_plural = _("films in sign language")
        constraints = [models.UniqueConstraint(fields=["page"], name="site_core_one_film_for_each_version")]


class AudioRecording(PageRecording):
    """What the page says, to listen to."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="audio_recordings")
    document = _document(_("sound"), help_text=_("MP3. Nothing of it is loaded before a reader starts it."))

    panels = [
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("recorded_on"), FieldPanel("length")]),
        FieldPanel("made_by"),
        FieldPanel("transcript"),
        FieldPanel("word_for_word"),
        FieldPanel("made_from_todays_text"),
    ]

    class Meta:
        verbose_name = _("recording to listen to")
        verbose_name_plural = _("recordings to listen to")
        constraints = [models.UniqueConstraint(fields=["page"], name="site_core_one_audio_for_each_version")]
