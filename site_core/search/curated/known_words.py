"""What the search knows before editors add anything: each meaning with its words, in all languages."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from site_core.languages.known import Language, language_of
from site_core.models import SearchSynonyms
from site_core.search.analysis.folding import folded_words
from site_core.search.curated.names import ADD_SYNONYMS, SYNONYMS
from site_core.search.query import asked_text
from site_core.search.thesaurus.concepts import ASKED_AS, TERMS, cell_of, languages_of, rows_of

ON_A_PAGE = 40
_ANY = ("add", "change", "delete", "view")


class KnownCell(NamedTuple):
    """`terms` are looked for on pages; by those `asked` it is only known in a question."""

    language: Language
    terms: list[str]
    asked: list[str]


class KnownWordsView(WagtailAdminTemplateMixin, TemplateView):
    page_title = _("Words that the search knows")
    header_icon = "link"
    template_name = "site_core/admin/search/known_words.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not ModelPermissionPolicy(SearchSynonyms).user_has_any_permission(request.user, _ANY):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def asked(self) -> str:
        return asked_text(self.request.GET.get("q", ""))

    @property
    def _add_url(self) -> str:
        """With the word in it, in the language of the admin; empty for who may add none."""
        if not self.request.user.has_perm("site_core.add_searchsynonyms"):
            return ""
        code = (get_language() or "").split("-")[0]
        return f"{reverse(ADD_SYNONYMS)}?{urlencode({'language': code, 'question': self.asked})}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        synonyms = {"url": reverse(SYNONYMS), "label": _("Search synonyms")}
        return [*super().get_breadcrumbs_items(), synonyms, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = _plain(self.asked)
        rows = [row for row in _meanings() if _has(row, asked)]
        return {
            **super().get_context_data(**kwargs),
            "asked": self.asked,
            "add_url": self._add_url,
            "languages": [cell.language for cell in rows[0]] if rows else [],
            "query": urlencode({"q": self.asked}),
            "rows": Paginator(rows, ON_A_PAGE).get_page(self.request.GET.get("p")),
        }


def _meanings() -> Iterator[list[KnownCell]]:
    asked_as = {row["concept"]: row for row in rows_of(ASKED_AS)}
    for row in rows_of(TERMS):
        also = asked_as.get(row["concept"], {})
        yield [
            KnownCell(language_of(code), cell_of(row[code]), cell_of(also.get(code)))
            for code in languages_of(row)
        ]


def _has(row: list[KnownCell], asked: str) -> bool:
    return any(asked in _plain(term) for cell in row for term in (*cell.terms, *cell.asked))


def _plain(text: str) -> str:
    """Words in small letters without diacritics and marks, as the search compares them."""
    return " ".join(folded_words(text))
