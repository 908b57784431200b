"""The doors to the admin: one way in, and nobody through it on a password alone."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import resolve_url

from site_core.security.error_pages import permission_denied
from site_core.security.headers import Handler
from site_core.security.second_factor import has_second_factor, proved_second_factor

# Sign-in and password-reset views that come with Wagtail and Django, wherever the URLs put them. They ask
# for a password only and know no limits (stack.md T24; the one of private pages is not named there, and
# open as well).
OTHER_SIGN_IN_VIEWS = {"wagtailadmin_login", "wagtailcore_login", "admin:login", "login"}
OTHER_RESET_VIEWS = {
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_complete",
}
# Old addresses of Django's own admin, which this site does not have; people and scanners try them all the
# same.
FORMER_SIGN_IN_PATHS = ("/django-admin/login/",)


WAYS_TO_SHOW_IT = {
    "mfa_authenticate",
    "mfa_login_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
}
WAYS_TO_CHANGE_PASSWORD = {"account_change_password", "account_set_password"}


class OneWayInMiddleware:
    """Sends everybody who knocks at another door to the one that is guarded, whatever they bring with them.

    By the name of the view and not by its address, so that a new prefix opens nothing.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info in FORMER_SIGN_IN_PATHS:
            return to_sign_in(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        name = match.view_name if match else ""
        if name in OTHER_SIGN_IN_VIEWS:
            return to_sign_in(request)
        if name in OTHER_RESET_VIEWS:
            return see_other(resolve_url("account_reset_password"))
        return None


class SecondFactorMiddleware:
    """With `ADMIN_REQUIRES_SECOND_FACTOR`, no admin view runs before a second factor was proved.

    Somebody who has none is sent to set one up; somebody who has one, to show it. Signing out always works.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.ADMIN_REQUIRES_SECOND_FACTOR and request.path_info.startswith(settings.ADMIN_PATH):
            refusal = refuse_without_second_factor(request)
            if refusal is not None:
                return refusal
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Whoever has a second factor must have shown it before changing anything that lets in.

        A session that began with the password alone, before there was one, could otherwise take it away again.
        """
        match = request.resolver_match
        name = match.view_name if match else ""
        if not (name.startswith("mfa_") or name in WAYS_TO_CHANGE_PASSWORD) or name in WAYS_TO_SHOW_IT:
            return None
        if (
            not request.user.is_authenticated
            or proved_second_factor(request)
            or not has_second_factor(request.user)
        ):
            return None
        return redirect_to_login(request.get_full_path(), login_url=resolve_url("mfa_reauthenticate"))


def refuse_without_second_factor(request: HttpRequest) -> HttpResponseBase | None:
    if not request.user.is_authenticated or request.path_info == resolve_url("wagtailadmin_logout"):
        return None  # the admin itself sends strangers to the sign-in page
    if has_second_factor(request.user):
        if proved_second_factor(request):
            return None
        next_step = "mfa_reauthenticate"
    else:
        next_step = "mfa_index"
    if wants_data(request):
        return permission_denied(request)
    return redirect_to_login(request.get_full_path(), login_url=resolve_url(next_step))


def wants_data(request: HttpRequest) -> bool:
    """A script asks: it would follow a redirect and take the sign-in page for its answer."""
    return request.headers.get("X-Requested-With") == "XMLHttpRequest" or not request.accepts("text/html")


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """`next` is taken along; django-allauth refuses it if it leads off the site."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    if target:
        return see_other(redirect_to_login(target, login_url=resolve_url("account_login")).url)
    return see_other(resolve_url("account_login"))


def see_other(address: str) -> HttpResponse:
    """303: whatever was posted, a password perhaps, is not posted again to the next address."""
    response = HttpResponseRedirect(address)
    response.status_code = HTTPStatus.SEE_OTHER
    return response
