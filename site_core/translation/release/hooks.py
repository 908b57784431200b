"""Addresses, and the place in the menu of settings."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from site_core.languages.release import HomePagePermissions
from site_core.languages.rows import HOME_DEPTH
from site_core.translation.permissions import languages_held
from site_core.translation.release.views import LANGUAGES, SWITCH, LanguagesView, SwitchView

BEFORE_LOCALIZE = -20


@hooks.register("register_admin_urls")
def language_urls() -> list[URLPattern]:
    return [
        path("languages/", LanguagesView.as_view(), name=LANGUAGES),
        path("languages/<str:code>/", SwitchView.as_view(), name=SWITCH),
    ]


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
def say_where_the_switch_is(request: HttpRequest, page: Page) -> None:
    """To who has finished the home page and finds no button to publish it."""
    if page.depth != HOME_DEPTH or page.live or request.method != "GET":
        return
    told = _("This language is not public. Its home page is published by switching the language on.")
    permissions = page.permissions_for_user(request.user)
    buttons = []
    if isinstance(permissions, HomePagePermissions) and permissions.can_switch():
        url = reverse(SWITCH, args=[page.locale.language_code])
        buttons = [messages.button(url, gettext("Switch on…"))]
    messages.info(request, told, buttons=buttons)


class LanguagesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(languages_held(request.user, "publish"))


@hooks.register("register_settings_menu_item")
def languages_menu_item() -> LanguagesMenuItem:
    return LanguagesMenuItem(
        _("Public languages"), reverse(LANGUAGES), name="site-languages", icon_name="globe", order=590
    )
