"""The box of first steps on the admin's first page: what people of this role usually come to do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from site_core.languages.known import language_of
from site_core.translation.board.names import BOARD
from site_core.translation.permissions import User, languages_held


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    url: str
    icon: str


OfferSteps = Callable[[HttpRequest], list[Step]]

_offers: list[OfferSteps] = []


def offer_steps(offer: OfferSteps) -> OfferSteps:
    """A room's own first steps for a person; an empty list for whom they are not meant."""
    _offers.append(offer)
    return offer


@offer_steps
def look_around(request: HttpRequest) -> list[Step]:
    """Translators see the board in their languages, everybody else the pages."""
    changes, writes = languages_held(request.user), languages_held(request.user, "add")
    board = reverse(BOARD)
    steps = [
        Step(
            _("All translations: %(language)s") % {"language": language_of(locale.language_code).endonym},
            f"{board}?language={locale.language_code}",
            "wagtail-localize-language",
        )
        for locale in changes
        if locale not in writes
    ]
    return [*steps, Step(_("See the pages"), reverse("wagtailadmin_explore_root"), "folder-open-1")]


class FirstSteps(Component):
    name = "first_steps"
    template_name = "site_core/admin/first_steps.html"
    order = 5

    def __init__(self, lead: str, steps: list[Step]) -> None:
        self.lead = lead
        self.steps = steps

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"lead": self.lead, "steps": self.steps}


@hooks.register("construct_homepage_panels")
def first_steps(request: HttpRequest, panels: list[Component]) -> None:
    steps = [step for offer in _offers for step in offer(request)]
    panels.append(FirstSteps(lead_for(request), steps))


def lead_for(request: HttpRequest) -> str:
    """What this person may do here, in a sentence."""
    user = request.user
    writes, publishes = languages_held(user, "add"), languages_held(user, "publish")
    if publishes and not writes:
        return _("You read over what is translated into your language, correct it and publish it.")
    if publishes:
        return _(
            "You edit and publish pages in every language, approve what others submit, and start translations."
        )
    if writes:
        return _("You write pages in your language and submit them for approval. An editor publishes them.")
    if languages_held(user):
        return _(
            "You translate pages into your language, passage by passage. An editor publishes what you have finished."
        )
    if looks_after_pages(user):
        return _(
            "You look after your organisation's pages, images and documents. When a page is ready, submit it for "
            "approval; an editor publishes it."
        )
    if page_permission_policy.user_has_permission(user, "add"):
        return _(
            "You write drafts under your organisation's page. When a draft is ready, submit it for approval; an "
            "editor publishes it."
        )
    return _("You may look at everything here. Nothing you click changes a page.")


def looks_after_pages(user: User) -> bool:
    """May this person change pages of others somewhere? (Wagtail counts those who may change their own as well.)"""
    held = page_permission_policy.get_cached_permissions_for_user(user)
    return any(permission.permission.codename == "change_page" for permission in held)
