"""What django-allauth asks the site: nobody signs up, too many attempts are refused as such, names are
ours.
"""

import time
from typing import Any, NoReturn

import qrcode
from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username
from allauth.core import context as allauth_context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.sites.shortcuts import get_current_site
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from qrcode.image.svg import SvgPathFillImage

from site_core.security.error_pages import too_many_requests
from site_core.security.mailing import send_beside_the_request


class EditorAccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever signed in a minute ago is not asked for the password again to set up a second factor."""
        return super().is_reauthentication_required(app=app, **kwargs) and not signed_in_just_now(
            allauth_context.request
        )

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Written at once, sent beside the request: neither the wait nor a failure may tell who has an account."""
        request = allauth_context.request
        words = {"request": request, "email": email, "current_site": get_current_site(request), **context}
        send_beside_the_request(self.render_mail(template_prefix, email, words), about=template_prefix)

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """Answers 429 where django-allauth would show the form again, with status 200 and an error.

        Wrong passwords and wrong codes both come through here.
        """
        if code == "too_many_login_attempts":
            refuse_for_a_while(allauth_context.request)
        return super().validation_error(code, *args)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """One count for an account, whether it is tried by name or by e-mail address, and on whatever host
        name.
        """
        typed = str(credentials.get("email") or credentials.get("username") or "").strip()
        users = filter_users_by_email(typed) if "@" in typed else []
        user = users[0] if users else get_user_by_username(typed)
        return f"account:{user.pk}" if user else f"typed:{typed.casefold()}"


class EditorMFAAdapter(DefaultMFAAdapter):
    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def build_totp_svg(self, url: str) -> str:
        """On white, whatever the colours of the page: cameras do not read a dark code on a dark ground."""
        return qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode")

    def _get_site_name(self) -> str:
        return settings.WAGTAIL_SITE_NAME


def signed_in_just_now(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    latest = max((record["at"] for record in records), default=0.0)
    return time.time() - latest < account_settings.REAUTHENTICATION_TIMEOUT


def refuse_for_a_while(request: HttpRequest) -> NoReturn:
    request.retry_after = settings.SIGN_IN_LOCK_SECONDS
    raise ImmediateHttpResponse(too_many_requests(request))
