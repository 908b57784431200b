"""Addresses, and the place in the menu of settings."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from site_core.translation.permissions import languages_held
from site_core.translation.release.views import LANGUAGES, SWITCH, LanguagesView, SwitchView


@hooks.register("register_admin_urls")
def language_urls() -> list[URLPattern]:
    return [
        path("languages/", LanguagesView.as_view(), name=LANGUAGES),
        path("languages/<str:code>/", SwitchView.as_view(), name=SWITCH),
    ]


class LanguagesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(languages_held(request.user, "publish"))


@hooks.register("register_settings_menu_item")
def languages_menu_item() -> LanguagesMenuItem:
    return LanguagesMenuItem(
        _("Public languages"), reverse(LANGUAGES), name="site-languages", icon_name="globe", order=590
    )
