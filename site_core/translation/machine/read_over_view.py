"""Where a person reads what the machine wrote, beside its source, and says so."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from site_core.languages.known import language_of
from site_core.translation.machine.glossary import Term, terms_in, terms_missed
from site_core.translation.machine.reading import (
    Outcome,
    approve,
    fingerprint,
    may_read_over,
    unread_in,
)
from site_core.translation.machine.shown import as_shown
from site_core.translation.machine.views import BelowTheBoard
from site_core.translation.permissions import may_translate


@dataclass(frozen=True, slots=True)
class Unread:
    """`mark`: number and fingerprint, as the form says them. `missed`: agreed words that the draft does not use."""

    row: StringTranslation
    missed: list[Term]

    @property
    def mark(self) -> str:
        return f"{self.row.pk}:{fingerprint(self.row)}"

    @property
    def source(self) -> SafeString:
        return as_shown(self.row.translation_of.data)

    @property
    def draft(self) -> SafeString:
        return as_shown(self.row.data)

    @property
    def hints(self) -> list[tuple[SafeString, SafeString]]:
        """Agreed words in both languages, each in its own direction."""
        return [
            (format_html("<bdi>{}</bdi>", term.source), format_html("<bdi>{}</bdi>", term.target))
            for term in self.missed
        ]


class ReadOverView(BelowTheBoard, TemplateView):
    page_title = gettext_lazy("Read over what the machine wrote")
    header_icon = "view"
    template_name = "site_core/admin/machine/read_over.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied for who may not answer for this language."""
        try:
            allowed = may_translate(request.user, self.translation)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        if not isinstance(self.target, Page):
            raise Http404
        if not allowed or not may_read_over(request.user, self.translation):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def translation(self) -> Translation:
        rows = Translation.objects.select_related("source__specific_content_type", "target_locale")
        return get_object_or_404(rows, pk=self.kwargs["translation_id"], enabled=True)

    @cached_property
    def target(self) -> Page:
        return self.translation.get_target_instance()

    @cached_property
    def unread(self) -> list[Unread]:
        """In the order of the page."""
        segments = StringSegment.objects.filter(source=self.translation.source_id).order_by("order")
        order: dict[tuple[int, int], int] = {}
        for number, key in enumerate(segments.values_list("string_id", "context_id")):
            order.setdefault(key, number)
        rows = unread_in(self.translation).select_related("translation_of", "context")
        terms = terms_in(self.translation.target_locale) if rows else []
        code = self.translation.target_locale.language_code
        return [
            Unread(row, terms_missed(row.translation_of.data, row.data, terms, code))
            for row in sorted(rows, key=lambda row: order[row.translation_of_id, row.context_id])
        ]

    def post(self, request: HttpRequest, translation_id: int) -> HttpResponse:
        outcome = approve(self.translation, _seen(request), cast(AbstractUser, request.user))
        _tell(request, outcome)
        if unread_in(self.translation).exists():
            return redirect(request.path)
        return redirect("wagtailadmin_pages:edit", self.target.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "unread": self.unread,
            "language": language_of(self.translation.target_locale.language_code),
            "target": self.target,
            "editor": reverse("wagtailadmin_pages:edit", args=[self.target.pk]),
        }


def _seen(request: HttpRequest) -> dict[int, str]:
    """Of all passages that stood on the page, or of those ticked. What is no mark of ours is left out."""
    marks = request.POST.getlist("shown" if request.POST.get("do") == "all" else "read")
    parts = [mark.partition(":") for mark in marks]
    return {
        int(number): print_ for number, _colon, print_ in parts if number.isdecimal() and len(number) < 19
    }


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    if outcome.read:
        text = ngettext(
            "%(count)d passage approved. It has been recorded with your name.",
            "%(count)d passages approved. It has been recorded with your name.",
            outcome.read,
        )
        messages.success(request, text % {"count": outcome.read})
    if outcome.changed:
        text = ngettext(
            "%(count)d passage has been changed since you opened this page. Please read it again.",
            "%(count)d passages have been changed since you opened this page. Please read them again.",
            outcome.changed,
        )
        messages.warning(request, text % {"count": outcome.changed})
    if outcome.faulty:
        messages.error(request, _("Some passages cannot be used as they are. Mend them in the editor."))
    if not (outcome.read or outcome.changed or outcome.faulty):
        messages.warning(request, _("Tick at least one passage first."))
