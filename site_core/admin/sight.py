"""
What somebody may see in the admin, and the doors where Wagtail does not ask.

Wagtail checks what a person may do to a thing; several of its views tell the thing's title, or show it, to anybody
whom the admin lets in: the page list of a draft, the page chooser, the form to move, bulk actions, an image's formats
(tests/organisations/test_every_address.py walks all addresses). With organisations that work side by side, somebody
else's draft is somebody else's.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from wagtail import hooks
from wagtail.admin.auth import permission_denied
from wagtail.admin.menu import MenuItem
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from site_core.admin.usable_media import POLICIES, usable_by
from site_core.translation.permissions import User, actions_on

Handler = Callable[[HttpRequest], HttpResponseBase]

PAGE_PARAMETERS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
IMAGE_PARAMETER = "image_id"

TAKE_MANY_PAGES = "wagtailadmin_choose_page_chosen_multiple"
BULK = "wagtail_bulk_action"
REPORTS_OF_ALL_PAGES = {
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_reports:page_types_usage_results",
}
"""Name the page of each type that was edited last, whose ever it is."""


def visible_pages(user: User, pages: PageQuerySet) -> PageQuerySet:
    """Those that everybody can read on the site, and those that a group of the person's may do something to."""
    if user.is_superuser:
        return pages
    held = {permission.page.path for permission in _held(user)}
    mine = Q(pk__in=[])
    for path in held:
        mine |= Q(path__startswith=path)
    everybodys = Page.objects.live().public().values("pk")
    return pages.filter(mine | Q(pk__in=everybodys))


def sees_every_page(user: User) -> bool:
    return user.is_superuser or any(permission.page.is_root() for permission in _held(user))


def _held(user: User) -> list[Any]:
    return page_permission_policy.get_cached_permissions_for_user(user)


class WhatOneMaySeeMiddleware:
    """Before every view of the admin that is given a page or an image by its number."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if not request.path_info.startswith(settings.ADMIN_PATH) or not request.user.has_perm(
            "wagtailadmin.access_admin"
        ):
            return None  # Wagtail sends them to sign in.
        try:
            _check(request, kwargs)
        except PermissionDenied:
            return permission_denied(request)
        return None


def _check(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """Raises PermissionDenied for what is not this person's to see."""
    user, name = request.user, request.resolver_match.view_name if request.resolver_match else ""
    pages = {kwargs[parameter] for parameter in PAGE_PARAMETERS if parameter in kwargs}
    if name == TAKE_MANY_PAGES:
        pages |= _numbers(request.GET.getlist("id"))
    if pages:
        _all_visible(user, pages)
    if IMAGE_PARAMETER in kwargs:
        _all_usable(user, get_image_model(), {kwargs[IMAGE_PARAMETER]})
    if name == BULK:
        _check_bulk(request, **kwargs)
    if name in REPORTS_OF_ALL_PAGES and not sees_every_page(user):
        raise PermissionDenied


def _check_bulk(request: HttpRequest, app_label: str, model_name: str, action: str) -> None:
    """Wagtail lists by title what it will not act on; "all" of a list takes what the list did not show."""
    chosen = request.GET.getlist("id")
    if (app_label, model_name) == (Page._meta.app_label, Page._meta.model_name):
        if "all" not in chosen:
            _all_visible(request.user, _numbers(chosen))
        elif not sees_every_page(request.user):
            parent = get_object_or_404(Page, pk__in=_numbers([request.GET.get("childOf", "0")]))
            if not actions_on(request.user, parent):
                raise PermissionDenied
    elif "all" not in chosen:  # Wagtail's "all" of images and documents are those one may change.
        _all_usable(request.user, _model(app_label, model_name), _numbers(chosen))


def _numbers(typed: Iterable[str]) -> set[int]:
    """Raises Http404 where somebody wrote an address by hand and no number in it."""
    found = set()
    for text in typed:
        if not text.isdecimal():
            raise Http404
        found.add(int(text))
    return found


def _all_visible(user: User, keys: set[int]) -> None:
    """What is not there at all is left to the view, which says so."""
    there = Page.objects.filter(pk__in=keys)
    if not user.is_superuser and there.count() != visible_pages(user, there).count():
        raise PermissionDenied


def _model(app_label: str, model_name: str) -> type[Model] | None:
    known = {model._meta.label_lower: model for model in POLICIES}
    return known.get(f"{app_label}.{model_name}")


def _all_usable(user: User, model: type[Model] | None, keys: set[int]) -> None:
    """For images and documents: may this person do anything to them, if only choose them?"""
    if model is None:
        return
    there = model._default_manager.filter(pk__in=keys)
    if there.exclude(pk__in=usable_by(user, model).values("pk")).exists():
        raise PermissionDenied


@hooks.register("construct_page_chooser_queryset")
def choose_among_what_one_sees(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return visible_pages(request.user, pages)


@hooks.register("construct_reports_menu")
def no_report_that_is_closed(request: HttpRequest, items: list[MenuItem]) -> None:
    if not sees_every_page(request.user):
        items[:] = [item for item in items if item.name != "page-types-usage"]
