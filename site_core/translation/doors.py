"""
The doors of wagtail-localize, each with its keeper.

wagtail-localize asks for one permission for all languages, and for none at some doors (anchors 3.9; limits 8 A7).
Here every view of it has a rule, by its name; a view that a new version brings stays shut until it has one.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import ResolverMatch
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied, require_admin_access
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from site_core.admin.words import ScriptWords
from site_core.translation.changes.names import CHANGES
from site_core.translation.machine.passage_view import edit_passage
from site_core.translation.machine.publishing import NotRead, nobody_what_was_not_read
from site_core.translation.machine.views import ask_first
from site_core.translation.permissions import may_read_source, may_translate, may_write
from site_core.translation.taking_down import TakeDown
from site_core.translation.views import (
    BringUpToDate,
    StartPageTranslation,
    StartSnippetTranslation,
    TranslationsReport,
)

Handler = Callable[[HttpRequest], HttpResponseBase]
Keeper = Callable[..., None]


def anybody(request: HttpRequest, **kwargs: Any) -> None:
    """Shows what the admin shows anyway, and changes nothing."""


def nobody(request: HttpRequest, **kwargs: Any) -> None:
    """Aliases would be public under an address of the wrong language: there are none on this site."""
    raise Http404


def translators(request: HttpRequest, translation_id: int, **kwargs: Any) -> None:
    if not _answer(may_translate, request, translation_id):
        raise PermissionDenied


def writers(request: HttpRequest, translation_id: int, **kwargs: Any) -> None:
    if not _answer(may_write, request, translation_id):
        raise PermissionDenied


def readers_of_page(request: HttpRequest, page_id: int, **kwargs: Any) -> None:
    """The form itself asks about each language."""
    if not may_read_source(request.user, get_object_or_404(Page, pk=page_id)):
        raise PermissionDenied


def those_it_concerns(request: HttpRequest, translation_source_id: int, **kwargs: Any) -> None:
    """Whoever may edit the source, or translates it into any language."""
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    if not any(may_translate(request.user, translation) for translation in _existing(source)):
        raise PermissionDenied


def editors_of_page(request: HttpRequest, page_id: int, **kwargs: Any) -> None:
    """Viewers hold "unlock", without which Wagtail would not show them the tree; they are not to use it."""
    if not get_object_or_404(Page, pk=page_id).permissions_for_user(request.user).can_edit():
        raise PermissionDenied


def _answer(question: Callable[[Any, Translation], bool], request: HttpRequest, translation_id: int) -> bool:
    translation = get_object_or_404(
        Translation.objects.select_related("source__specific_content_type"), pk=translation_id
    )
    try:
        return question(request.user, translation)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def _existing(source: TranslationSource) -> list[Translation]:
    """Translations whose target is still there."""
    found = []
    for translation in source.translations.filter(enabled=True):
        try:
            translation.get_target_instance()
        except ObjectDoesNotExist:
            continue
        found.append(translation)
    return found


ELSEWHERE: dict[str, Keeper] = {
    CHANGES: translators,
    "wagtailadmin_pages:unlock": editors_of_page,
    "wagtailadmin_pages:workflow_action": nobody_what_was_not_read,
    "wagtailadmin_api:pages:action": nobody_what_was_not_read,
    "wagtailadmin_pages:unpublish": anybody,  # it asks itself who may
    "wagtailadmin_javascript_catalog": anybody,
}

KEEPERS: dict[str, Keeper] = {
    "wagtail_localize:javascript_catalog": anybody,
    "wagtail_localize:translations_report": anybody,
    "wagtail_localize:translations_report_results": anybody,
    "wagtail_localize:snippets_api_listing": anybody,
    "wagtail_localize:snippets_api_detail": anybody,
    "wagtail_localize:submit_page_translation": readers_of_page,
    "wagtail_localize:submit_snippet_translation": anybody,
    "wagtail_localize:update_translations": those_it_concerns,
    "wagtail_localize:edit_string_translation": translators,
    "wagtail_localize:edit_override": translators,
    "wagtail_localize:download_pofile": translators,
    "wagtail_localize:upload_pofile": translators,
    "wagtail_localize:machine_translate": translators,
    "wagtail_localize:preview_translation": translators,
    "wagtail_localize:stop_translation": writers,
    "wagtail_localize:convert_to_alias": nobody,
}

OWN_VIEWS: dict[str, Callable[..., HttpResponseBase]] = {
    "wagtailadmin_pages:unpublish": TakeDown.as_view(),
    "wagtailadmin_javascript_catalog": ScriptWords.as_view(packages=["wagtail.admin"]),
    "wagtail_localize:javascript_catalog": ScriptWords.as_view(packages=["wagtail_localize"]),
    "wagtail_localize:edit_string_translation": edit_passage,
    "wagtail_localize:machine_translate": ask_first,
    "wagtail_localize:submit_page_translation": StartPageTranslation.as_view(),
    "wagtail_localize:submit_snippet_translation": StartSnippetTranslation.as_view(),
    "wagtail_localize:update_translations": BringUpToDate.as_view(),
    "wagtail_localize:translations_report": TranslationsReport.as_view(),
    "wagtail_localize:translations_report_results": TranslationsReport.as_view(results_only=True),
}


class TranslationDoorsMiddleware:
    """Stands before every view of wagtail-localize; must come after the middleware that knows who asks."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        keeper = keeper_of(match) if match else None
        if keeper is None or not request.user.has_perm("wagtailadmin.access_admin"):
            return None  # Nothing to do with translation, or Wagtail sends them to sign in.
        try:
            keeper(request, **kwargs)
        except NotRead as refusal:
            messages.error(request, str(refusal))
            return redirect("wagtailadmin_home")
        except PermissionDenied:
            return permission_denied(request)
        own = OWN_VIEWS.get(match.view_name) if match else None
        return require_admin_access(own)(request, *args, **kwargs) if own else None


def keeper_of(match: ResolverMatch) -> Keeper | None:
    """Who keeps the door; nobody passes one of wagtail-localize that has no rule; None: not one of these doors."""
    if "wagtail_localize" in match.namespaces:
        return KEEPERS.get(match.view_name, nobody)
    return ELSEWHERE.get(match.view_name)
