"""The two questions: withdraw this everywhere? Put it back as it was?"""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext as words_of_others
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from site_core.languages.names import names_of
from site_core.translation.withdrawing.files import Files, files_of
from site_core.translation.withdrawing.forms import WithdrawForm
from site_core.translation.withdrawing.messages import tell_outcome
from site_core.translation.withdrawing.names import PUT_BACK, WITHDRAWALS
from site_core.translation.withdrawing.put_back import Done, NotAllowed, may_put_back, put_back, to_put_back
from site_core.translation.withdrawing.reasons import Reason, words_of
from site_core.translation.withdrawing.record import Record, records_for, titles_of
from site_core.translation.withdrawing.scope import Obstacle, Scope, may_publish_at
from site_core.translation.withdrawing.who_can import who_can
from site_core.translation.withdrawing.withdraw import NotPossible, withdraw
from site_core.translation.withdrawing.withholding import withheld_by


class WithdrawView(WagtailAdminTemplateMixin, FormView):
    """For who may publish the page in any language; to who may not in all of them it says what stands in the way."""

    form_class = WithdrawForm
    template_name = "site_core/admin/withdrawing/withdraw.html"
    page_title = gettext_lazy("Withdraw everywhere")
    header_icon = "no-view"

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page.objects.select_related("locale"), pk=self.kwargs["page_id"])

    @cached_property
    def scope(self) -> Scope:
        return Scope(self.page, self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        versions = Page.objects.filter(translation_key=self.page.translation_key)
        paths = versions.values_list("path", flat=True)
        if self.page.is_root() or not any(may_publish_at(request.user, path) for path in paths):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.scope.is_possible:
            return self.render_to_response(self.get_context_data(), status=HTTPStatus.FORBIDDEN)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: WithdrawForm) -> HttpResponse:
        asked = form.cleaned_data
        try:
            record = withdraw(
                self.page, Reason(asked["reason"]), asked["note"], self.request.user, asked["below"]
            )
        except NotPossible as refusal:
            self.scope = refusal.scope
            return self.render_to_response(self.get_context_data(form=form), status=HTTPStatus.FORBIDDEN)
        if record.languages:
            done = _("“%(title)s” is withdrawn. It was public in: %(languages)s.")
        else:
            done = _("“%(title)s” is withdrawn: what was to be published by itself will not be.")
        facts = {"title": self.page.get_admin_display_title(), "languages": names_of(record.languages)}
        button = messages.button(reverse(PUT_BACK, args=[record.number]), _("Put back as it was"))
        messages.success(self.request, done % facts, buttons=[button] if record.pages else [])
        return redirect(WITHDRAWALS)

    def get_page_subtitle(self) -> str:
        return isolated(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """None: the page's name stands in the heading, large, so that nobody withdraws another."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        scope, lower = self.scope, Scope(self.page, self.request.user, below=True)
        lower.versions = scope.versions
        context = {
            "page": self.page,
            "scope": scope,
            "below": [each for each in lower.pages_below if each.live],
            "obstacles": scope.in_the_way,
            "locked": [each for each in scope.in_the_way if each.obstacle is Obstacle.LOCK],
            "forbidden": [each for each in scope.in_the_way if each.obstacle is Obstacle.PERMISSION],
            "scheduled": [each for each in scope.concerned if each.scheduled_at],
        }
        if context["forbidden"]:
            context["who_can"] = who_can(each.page for each in scope.concerned)
        if scope.in_the_way:
            context["unpublish_label"] = words_of_others("Unpublish")
        if scope.is_possible:
            context["files"] = files_of(scope.keys)
            if lower.pages_below:
                context["files_below"] = _only_with_below(context["files"], files_of(lower.keys))
                context["obstacles_below"] = [each for each in lower.pages_below if each.obstacle]
        return {**super().get_context_data(**kwargs), **context}


def _only_with_below(alone: Files, together: Files) -> Files:
    known = {(type(file), file.pk) for file in alone.going}
    return Files(going=[file for file in together.going if (type(file), file.pk) not in known])


def isolated(title: str) -> str:
    """A title of another direction than the words around it (U+2068, U+2069): it also stands where markup cannot."""
    return f"\u2068{title}\u2069"


class PutBackView(WagtailAdminTemplateMixin, TemplateView):
    """Asks first, and tells what will not come back."""

    template_name = "site_core/admin/withdrawing/put_back.html"
    page_title = gettext_lazy("Put back as it was")
    header_icon = "rotate"

    @cached_property
    def record(self) -> Record:
        entry = records_for(self.request.user).filter(uuid=self.kwargs["withdrawal"]).first()
        if entry is None:
            raise Http404
        return Record(entry)

    def dispatch(self, request: HttpRequest, withdrawal: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_put_back(self.record, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            outcome = put_back(self.record, request.user)
        except Done:
            messages.warning(request, _("Somebody has put this back already."))
        except NotAllowed as refusal:
            raise PermissionDenied from refusal
        else:
            tell_outcome(request, self.record, outcome)
        return redirect(WITHDRAWALS)

    def get_page_subtitle(self) -> str:
        return isolated(self.record.entry.label)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record = self.record
        coming = to_put_back(record)
        titles = titles_of(record, [each.page for each in coming])
        return {
            **super().get_context_data(**kwargs),
            "record": record,
            "reason": words_of(record.reason),
            "pages": [(each.language, titles.get(each.page, "")) for each in coming],
            "files": withheld_by(record.number),
            "put_back_at": record.entry.put_back_at,
            "back_url": reverse(WITHDRAWALS),
        }
