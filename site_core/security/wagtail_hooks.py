"""What security adds to the admin: the way to one's own sign-in settings, and the demo's honest note."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component


class SecondFactorIsOff(Component):
    """Above everything else on the admin's first page."""

    name = "second_factor_is_off"
    template_name = "account/second_factor_is_off.html"
    order = 1


@hooks.register("construct_homepage_panels")
def say_that_second_factor_is_off(request: HttpRequest, panels: list[Component]) -> None:
    if not settings.ADMIN_REQUIRES_SECOND_FACTOR:
        panels.append(SecondFactorIsOff())


@hooks.register("register_account_menu_item")
def link_to_password(request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("account_change_password"),
        "label": _("Password"),
        "help_text": _("Change the password you sign in with."),
    }


@hooks.register("register_account_menu_item")
def link_to_second_factor(request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Passkeys, code app and recovery codes"),
        "help_text": _("Set up or change what proves that it is you, besides the password."),
    }
