"""What translators may do in Wagtail's ordinary views, and when a translation may be published."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import Translation

from site_core.translation.machine.publishing import refuse_unread
from site_core.translation.permissions import holds_language, languages_held, may_publish, only_translates
from site_core.translation.whole import translation_of, why_not_whole
from site_core.translation.written import may_write_version, urls, version_url

BEFORE_LOCALIZE = -10
UNDOING = {"delete", "move"}


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
def translators_translate(request: HttpRequest, page: Page) -> HttpResponse | None:
    translation = translation_of(page)
    if translation is None and only_translates(request.user, page):
        raise PermissionDenied
    return _publish_only_whole(request, page, translation)


@hooks.register("before_edit_snippet", order=BEFORE_LOCALIZE)
def translators_translate_snippets(request: HttpRequest, instance: Model) -> HttpResponse | None:
    if not isinstance(instance, TranslatableMixin):
        return None
    translation = translation_of(instance)
    needed = "change" if translation else "add"
    if not holds_language(request.user, instance.locale_id, needed):
        raise PermissionDenied
    return _publish_only_whole(request, instance, translation)


def _publish_only_whole(
    request: HttpRequest, target: Model, translation: Translation | None
) -> HttpResponse | None:
    """Only what is whole is published."""
    if translation is None or request.method != "POST":
        return None
    if "localize-convert-to-alias" in request.POST:
        raise PermissionDenied
    if request.POST.get("action") != "publish":
        return None
    if not may_publish(request.user, target):
        raise PermissionDenied
    if refuse_unread(request, translation):
        return redirect(request.path)
    if why := why_not_whole(translation):
        messages.error(request, why)
        return redirect(request.path)
    return None


@hooks.register("before_delete_page")
@hooks.register("before_move_page")
def translators_leave_the_tree_alone(request: HttpRequest, page: Page, *args: Any) -> None:
    if only_translates(request.user, page):
        raise PermissionDenied


@hooks.register("before_delete_snippet")
def translators_delete_nothing(request: HttpRequest, instances: Iterable[Model]) -> None:
    _check_all_written(request, instances)


@hooks.register("before_bulk_action")
def translators_undo_nothing_in_bulk(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: Any
) -> None:
    if action_type not in UNDOING:
        return
    for instance in objects:
        if isinstance(instance, Page) and only_translates(request.user, instance):
            raise PermissionDenied
    _check_all_written(request, [row for row in objects if not isinstance(row, Page)])


def _check_all_written(request: HttpRequest, instances: Iterable[Model]) -> None:
    for instance in instances:
        if isinstance(instance, TranslatableMixin) and not holds_language(
            request.user, instance.locale_id, "add"
        ):
            raise PermissionDenied


@hooks.register("construct_page_action_menu")
def no_aliases_in_the_menu(menu_items: list, request: HttpRequest, context: dict) -> None:
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]


@hooks.register("register_admin_urls")
def versions() -> list[URLPattern]:
    return urls()


@hooks.register("register_page_header_buttons")
def offer_easy_version(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    """For who writes easy language, on a page that has no easy version yet."""
    for locale in languages_held(user, "add"):
        if may_write_version(user, page, locale) and not page.has_translation(locale):
            url = version_url(page, locale.language_code)
            yield Button(gettext("Write the easy version"), url, icon_name="doc-empty-inverse", priority=65)
