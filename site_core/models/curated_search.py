"""What editors add to the search: pages that they put first, and words that mean the same."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from site_core.languages.known import language_of


class PinnedPage(models.Model):
    """A page that is shown first to who asks this in this language, in any form of the same words."""

    # A language that questions are counted in: easy Polish is Polish here.
    language_code = models.CharField(_("language of the question"), max_length=20)
    question = models.CharField(_("question"), max_length=100)
    # The page in all its languages: who asks is shown the one they read.
    translation_key = models.UUIDField()
    reason = models.CharField(_("why this page"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("pinned page")
        verbose_name_plural = _("pinned pages")
        ordering = ["language_code", "question", "pk"]

    def __str__(self) -> str:
        return self.question

    @property
    def language(self) -> str:
        return language_of(self.language_code).endonym


class SearchSynonyms(models.Model):
    """
    Words that mean the same, in one language or across several; beside those of `thesaurus/terms.csv`.

    `words`: by language a list of terms; `related`: terms in any language, found for less. A term is a word or a few.
    """

    words = models.JSONField(default=dict)
    related = models.JSONField(default=list)

    class Meta:
        verbose_name = _("group of search synonyms")
        verbose_name_plural = _("search synonyms")
        ordering = ["pk"]

    def __str__(self) -> str:
        return " = ".join(term for terms in self.words.values() for term in terms)


class CuratedEdition(models.Model):
    """The one row changes with every change of the two above: so each process learns of it with its next question."""

    token = models.UUIDField(default=uuid4)

    def __str__(self) -> str:
        return str(self.token)
