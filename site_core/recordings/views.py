"""
Recordings beside a translation, whose editor shows its passages and nothing else.

A page that somebody writes has them in a tab of its own editor. Publishing a translation puts it together anew, from
what translators wrote; so what is put beside one is published as the translation is, and only when that may be.
"""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.panels import ObjectList, Panel
from wagtail.models import Page
from wagtail_localize.models import Translation

from site_core.translation.machine.publishing import why_not_read
from site_core.translation.permissions import User
from site_core.translation.whole import translation_of, why_not_whole

URL_NAME = "beside_translation"


def may_put_beside(user: User, page: Page) -> bool:
    """What stands beside a public text is public at once."""
    allowed = page.permissions_for_user(user)
    return bool(allowed.can_edit() and (not page.live or allowed.can_publish()) and not allowed.page_locked())


def why_not_now(page: Page, translation: Translation) -> str:
    """In the words of the translation's own editor; nothing where it may be published, or need not be."""
    return (why_not_read(translation) or why_not_whole(translation)) if page.live else ""


def beside_translation(request: HttpRequest, page_id: int) -> HttpResponse:
    page = get_object_or_404(Page, pk=page_id).specific
    if not may_put_beside(request.user, page):
        raise PermissionDenied
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    translation = translation_of(page)
    if translation is None:
        return redirect(edit_url)
    panel = _panel(page)
    form = panel.get_form_class()(request.POST or None, instance=page, for_user=request.user)
    why_not = why_not_now(page, translation)
    if request.method == "POST" and not why_not and form.is_valid():
        try:
            _save(form, translation, request.user)
        except (
            ValidationError
        ) as error:  # A field of the page refuses a translated text. Nothing was written.
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("Saved what stands beside “%(title)s”.") % {"title": page.title})
            return redirect(edit_url)
    bound = panel.get_bound_panel(instance=page, request=request, form=form)
    facts: dict[str, Any] = {
        "page": page,
        "why_not": why_not,
        "edit_url": edit_url,
        "form": form,
        "edit_handler": bound,
        "media": bound.media + form.media,
    }
    return render(request, "site_core/admin/beside_translation.html", facts)


def _panel(page: Page) -> Panel:
    handler = ObjectList(page.beside_panels, base_form_class=page.base_form_class)
    return handler.bind_to_model(type(page))


def _save(form: Any, translation: Translation, user: User) -> None:
    with transaction.atomic():
        page = form.save()
        translation.save_target(user=user, publish=page.live)


def urls() -> list[URLPattern]:
    return [path("beside/<int:page_id>/", beside_translation, name=URL_NAME)]
