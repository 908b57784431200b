"""Names and descriptions, beside the board of pages: the same states, in the same words and colours."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.models import Locale
from wagtail.permissions import page_permission_policy

from site_core.languages.known import language_of
from site_core.languages.status import State
from site_core.translation.board.pages import ACTIONS, board_languages
from site_core.translation.machine.views import BelowTheBoard
from site_core.translation.permissions import User
from site_core.translation.vocabulary.entries import Entry, entries_for
from site_core.translation.vocabulary.kinds import readable_models
from site_core.translation.written import WRITTEN_LANGUAGES

ON_A_PAGE = 50
STATES = (State.CURRENT, State.OUTDATED, State.DRAFT, State.MISSING)


def may_see_the_list(user: User) -> bool:
    return bool(page_permission_policy.user_has_any_permission(user, ACTIONS) and readable_models(user))


class VocabularyView(BelowTheBoard, TemplateView):
    """Easy Polish has no column: a name in it is written where the Polish one is hard, and missing nowhere."""

    page_title = _("Names and descriptions")
    header_icon = "list-ul"
    template_name = "site_core/admin/vocabulary/list.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see_the_list(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def languages(self) -> list[Locale]:
        locales = board_languages(self.request.user)
        return [locale for locale in locales if locale.language_code not in WRITTEN_LANGUAGES]

    @cached_property
    def shown(self) -> list[Locale]:
        chosen = self.request.GET.get("language")
        return [locale for locale in self.languages if locale.language_code == chosen] or self.languages

    @cached_property
    def state(self) -> str:
        asked = self.request.GET.get("state", "")
        return asked if asked in STATES else ""

    def _is_shown(self, entry: Entry) -> bool:
        return not self.state or any(cell.status.state == self.state for cell in entry.cells.values())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entries = [entry for entry in entries_for(self.request.user, self.shown) if self._is_shown(entry)]
        language = self.shown[0].language_code if len(self.shown) == 1 else ""
        return {
            **super().get_context_data(**kwargs),
            "entries": Paginator(entries, ON_A_PAGE).get_page(self.request.GET.get("p")),
            "columns": [language_of(locale.language_code) for locale in self.shown],
            "languages": [language_of(locale.language_code) for locale in self.languages],
            "states": STATES,
            "state": self.state,
            "language": language,
            "query": urlencode({"language": language, "state": self.state}),
        }
