"""The form of a group of synonyms: a line of terms for each language."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from site_core.models import SearchSynonyms
from site_core.search.analysis.analysers import languages_of_script
from site_core.search.analysis.words import words_of
from site_core.search.curated.synonyms import MOST_GROUPS, telling
from site_core.search.demand.read import languages_counted
from site_core.search.query import asked_text

MOST_TERMS, MOST_WORDS = 12, 5
_BETWEEN = re.compile(r"[,;|\n،、]+")


class SynonymsForm(forms.ModelForm):
    """Its fields `words_<language>` become `SearchSynonyms.words`."""

    class Meta:
        model = SearchSynonyms
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [code for code, _endonym in languages_counted()]
        for code, endonym in languages_counted():
            self.fields[f"words_{code}"] = _line(
                endonym,
                gettext_lazy("Words that mean the same, with commas between them: hejt, mowa nienawiści")
                if code == self.codes[0]
                else "",
            )
            self.initial.setdefault(f"words_{code}", ", ".join(self.instance.words.get(code, [])))
        self.fields["related"] = _line(
            gettext_lazy("Related words"),
            gettext_lazy("In any language. Pages that have only these are found too, further down."),
        )
        self.initial.setdefault("related", ", ".join(self.instance.related))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        words = {code: self._terms(f"words_{code}", code) for code in self.codes}
        self.instance.words = {code: terms for code, terms in words.items() if terms}
        self.instance.related = self._terms("related", "")
        number = sum(map(len, self.instance.words.values()))
        if not self.errors and (not number or number + len(self.instance.related) < 2):
            raise ValidationError(
                _("One word alone means the same as nothing. Give two, in one language or in two.")
            )
        if SearchSynonyms.objects.exclude(pk=self.instance.pk).count() >= MOST_GROUPS:
            raise ValidationError(_("No more groups can be added. Delete those that nobody needs any more."))
        return cleaned

    def _terms(self, name: str, code: str) -> list[str]:
        """The terms of a line; what is wrong with them is said at the line."""
        terms = _split(self.cleaned_data.get(name) or "")
        if len(terms) > MOST_TERMS:
            self.add_error(name, _("At most twelve words or phrases in a line."))
        for term in terms[:MOST_TERMS]:
            if why := why_not(term, code):
                self.add_error(name, why)
        return terms


def why_not(term: str, code: str) -> str:
    """Why this cannot be a term of the language ("": of any), in a sentence; "" if it can."""
    if not telling(term):
        return _("“%(term)s” has no word that the search could look for.") % {"term": term}
    if len(list(words_of(term))) > MOST_WORDS:
        return _("“%(term)s” is too long: at most five words.") % {"term": term}
    if code and not _in_letters_of(code, list(words_of(term))):
        return _("“%(term)s” is not in the letters of this language. Put it into the line of its own.") % {
            "term": term
        }
    return ""


def _in_letters_of(code: str, words: Sequence[str]) -> bool:
    """Numbers are in those of every language."""
    scripts = [languages_of_script(letter) for letter in "aжع"]
    own = next((script for script in scripts if code in script), scripts[0])
    return all(word.isdigit() or languages_of_script(word) == own for word in words)


def _split(line: str) -> list[str]:
    """Each term once, as it was typed."""
    return list(dict.fromkeys(term for part in _BETWEEN.split(line) if (term := asked_text(part))))


def _line(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=400)
