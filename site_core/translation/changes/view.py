"""The screen of one page or snippet and one language: what changed, and a field for each text."""

from functools import cached_property
from typing import Any, cast

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation, get_edit_url

from site_core.languages.addresses import page_address
from site_core.languages.known import language_of
from site_core.translation.changes import saving
from site_core.translation.changes.comparison import Comparison
from site_core.translation.changes.follows import followed
from site_core.translation.changes.form import ChangesForm
from site_core.translation.changes.waiting_texts import waiting_texts
from site_core.translation.machine.names import READ_OVER
from site_core.translation.machine.views import BelowTheBoard
from site_core.translation.permissions import may_publish

PUBLISH = "publish"


class ChangesView(BelowTheBoard, TemplateView):
    """Whether somebody may translate this is asked at the door (`site_core.translation.doors`)."""

    page_title = gettext_lazy("What changed")
    header_icon = "wagtail-localize-language"
    template_name = "site_core/admin/changes/changes.html"
    form: ChangesForm

    @cached_property
    def translation(self) -> Translation:
        rows = Translation.objects.select_related(
            "source__specific_content_type", "source__locale", "target_locale"
        )
        return get_object_or_404(rows, pk=self.kwargs["translation_id"], enabled=True)

    @cached_property
    def target(self) -> Any:
        """A page, or a snippet: that has neither locks nor drafts."""
        return self.translation.get_target_instance()

    @property
    def is_page(self) -> bool:
        return isinstance(self.target, Page)

    @cached_property
    def locked(self) -> str:
        """Why nobody, or not this person, may save at the moment; nothing where they may."""
        lock = self.target.get_lock() if self.is_page else None
        if not lock or not lock.for_user(self.request.user):
            return ""
        return str(lock.get_message(self.request.user))

    @cached_property
    def publishes(self) -> bool:
        return may_publish(self.request.user, self.target)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.form = ChangesForm(Comparison(self.translation), request.user)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, translation_id: int) -> HttpResponse:
        if self.locked:
            messages.error(request, self.locked)
            return redirect(request.get_full_path())
        try:
            with transaction.atomic():
                saving.hold(self.translation)
                self.form = ChangesForm(Comparison(self.translation), request.user, request.POST)
                answer = self._save()
        except saving.ChangedMeanwhile:
            self.form = ChangesForm(Comparison(self.translation), request.user, request.POST)
            answer = None
        except ValidationError as error:  # A field of the page refuses a text. Nothing was written.
            self._tell_where(error)
            answer = None
        return answer or super().get(request)

    def _save(self) -> HttpResponse | None:
        """None: something is to be said first, and nothing was written."""
        form, user = self.form, cast(AbstractUser, self.request.user)
        asked = self.publishes and self.request.POST.get("action") == PUBLISH
        if not form.is_valid:
            return None
        if not form.touched and (form.comparison.rows or not (asked or form.comparison.is_older)):
            messages.warning(
                self.request,
                _(
                    "Nothing to save yet. Type a translation, or tick that the present one is still right as it stands."
                ),
            )
            return None
        number = saving.write(form, user)
        why = saving.why_not_public(self.translation)
        if asked and not why:
            saving.make_public(self.translation, user)
            return self._published()
        return self._saved(number, why, asked)

    def _published(self) -> HttpResponse:
        buttons = [messages.button(page_address(self.target), _("Read"))] if self.is_page else []
        text = (
            _("“%(title)s” is published in its new wording.")
            if self.is_page
            else _("“%(title)s” (%(kind)s) is published in its new wording.")
        )
        messages.success(self.request, text % self._named(), buttons=buttons)
        return redirect(self.back)

    def _saved(self, number: int, why: str, asked: bool) -> HttpResponse:
        text = (
            ngettext("%(count)d text saved.", "%(count)d texts saved.", number) % {"count": number}
            if number
            else _("The changes of the source have been taken over.")
        )
        if not why:
            then = (
                _("Everything is translated. “%(title)s” now waits for who publishes it.")
                if self.is_page
                else _("Everything is translated. “%(title)s” (%(kind)s) now waits for who publishes it.")
            )
            messages.success(self.request, f"{text} {then % self._named()}")
            return redirect(self.back)
        messages.success(self.request, text)
        if asked:
            messages.error(self.request, why)
        return redirect(self.request.get_full_path())

    @property
    def kind(self) -> str:
        """What a snippet is: a topic, an organisation. Nothing for a page, which the sentences call one."""
        return "" if self.is_page else str(self.target._meta.verbose_name)

    def _named(self) -> dict[str, str]:
        return {"title": self._title(), "kind": self.kind}

    def _title(self) -> str:
        if not self.is_page:
            return str(type(self.target)._default_manager.get(pk=self.target.pk))
        return str(Page.objects.values_list("draft_title", flat=True).get(pk=self.target.pk))

    def _tell_where(self, error: ValidationError) -> None:
        """Next to the text where the field is on the screen, above all of them where it is not."""
        for name, said in getattr(error, "message_dict", {"": error.messages}).items():
            here = [shown for shown in self.form.shown if shown.row.path == name]
            for shown in here:
                shown.error = " ".join(said)
            if not here:
                messages.error(self.request, " ".join(said))

    @property
    def back(self) -> str:
        return get_valid_next_url_from_request(self.request) or reverse("wagtailadmin_home")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        comparison = self.form.comparison
        source = comparison.published
        follows = followed(comparison)
        saves = bool(comparison.rows or self.form.touched or comparison.is_older)
        waits = bool(follows or comparison.removed or comparison.moved or comparison.waiting)
        return {
            **super().get_context_data(**kwargs),
            "form": self.form,
            "number": len(comparison.rows),
            "removed": comparison.removed,
            "moved": len({text for _path, text in comparison.moved}),
            "followed": follows,
            "waiting": waiting_texts(comparison),
            "number_waiting": len(comparison.waiting),
            "language": language_of(self.translation.target_locale.language_code),
            "source_language": language_of(self.translation.source.locale.language_code),
            "title": self.target.get_admin_display_title() if self.is_page else str(self.target),
            "is_page": self.is_page,
            "kind": self.kind,
            "was_published": not self.is_page or self.target.live,
            "changed_on": source.last_published_at if isinstance(source, Page) else None,
            "whole_editor": get_edit_url(self.target),
            "public_address": _address_of(self.target),
            "source_address": _address_of(source),
            "read_over": reverse(READ_OVER, args=[self.translation.pk]),
            "saves": saves,
            "publishes": self.publishes and (saves or waits or (self.is_page and not self.target.live)),
            "locked": self.locked,
            "next": get_valid_next_url_from_request(self.request),
        }


def _address_of(instance: Any) -> str:
    """Where readers find a page; empty for what has no address of its own."""
    return page_address(instance) if isinstance(instance, Page) and instance.live else ""
