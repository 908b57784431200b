"""What is asked before anything is sent, and what is told afterwards."""

from typing import Any, cast

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation

from site_core.languages.known import language_of
from site_core.models import DraftState, MachineDraft
from site_core.translation.board.names import BOARD
from site_core.translation.machine import budget
from site_core.translation.machine.choice import Choice
from site_core.translation.machine.failures import Problem
from site_core.translation.machine.names import RUN, confirm_url
from site_core.translation.machine.service import destination
from site_core.translation.machine.tasks import start


class BelowTheBoard(WagtailAdminTemplateMixin):
    """Mixin: the way back to the board stands above the title."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        board = {"url": reverse(BOARD), "label": _("Translators' board")}
        return [*super().get_breadcrumbs_items(), board, {"url": "", "label": self.get_page_title()}]


class ConfirmView(BelowTheBoard, TemplateView):
    page_title = gettext_lazy("Pre-fill by machine")
    header_icon = "globe"
    template_name = "site_core/admin/machine/confirm.html"

    @cached_property
    def choice(self) -> Choice:
        asked = self.request.POST if self.request.method == "POST" else self.request.GET
        return Choice(self.request.user, asked)

    @property
    def back(self) -> str:
        return get_valid_next_url_from_request(self.request) or reverse(BOARD)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.choice.pages:
            messages.warning(request, _("None of these pages can be pre-filled: they have to be public."))
            return redirect(self.back)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """What was agreed to is worked out anew: somebody may have translated, or spent, meanwhile."""
        choice = self.choice
        if not choice.to_send or not choice.is_affordable or choice.trouble:
            return self.get(request)
        user = cast(AbstractUser, request.user)
        return redirect(RUN, start(user, choice.locale, [one.page for one in choice.to_send]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "choice": self.choice,
            "language": language_of(self.choice.locale.language_code),
            "destination": destination(self.choice.translator),
            "monthly": budget.monthly_characters(),
            "is_refused": self.choice.trouble is Problem.REFUSED,
            "back": self.back,
        }


class RunView(BelowTheBoard, TemplateView):
    """For who asked for it, and for administrators."""

    page_title = gettext_lazy("Drafts by machine")
    header_icon = "globe"
    template_name = "site_core/admin/machine/run.html"

    @cached_property
    def rows(self) -> list[MachineDraft]:
        rows = MachineDraft.objects.filter(run=self.kwargs["run"]).select_related("locale").order_by("pk")
        if not self.request.user.is_superuser:
            rows = rows.filter(requested_by=self.request.user)
        if not rows:
            raise Http404
        return list(rows)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        locale = self.rows[0].locale
        keys = [row.translation_key for row in self.rows]
        pages = {
            page.translation_key: page
            for page in Page.objects.filter(
                translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE
            )
        }
        translations = {
            translation.source.object_id: translation.pk
            for translation in Translation.objects.filter(
                source__object_id__in=keys, target_locale=locale, enabled=True
            ).select_related("source")
        }
        for row in self.rows:
            row.page = pages.get(row.translation_key)
            row.translation_id = translations.get(row.translation_key)
        again = [row.page for row in self.rows if row.state == DraftState.FAILED and row.page]
        return {
            **super().get_context_data(**kwargs),
            "rows": self.rows,
            "language": language_of(locale.language_code),
            "is_over": all(row.is_over for row in self.rows),
            "again": confirm_url(locale.language_code, again) if again else "",
            "characters_left": budget.remaining(),
        }


@require_POST
def ask_first(request: HttpRequest, translation_id: int) -> HttpResponse:
    """In the place of wagtail-localize's button, which would send everything at once."""
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    pages = Page.objects.filter(
        translation_key=translation.source.object_id, locale=translation.source.locale_id
    )
    if not pages:
        raise Http404  # Words of the vocabulary are few, and the glossary follows from them.
    back = get_valid_next_url_from_request(request)
    return redirect(confirm_url(translation.target_locale.language_code, pages, back))
