"""Whether a person has a second factor, and has shown it in this session."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

# Not recovery codes: they replace a second factor that was lost, and are made only beside one.
TYPES = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
SESSION_KEY = "second_factor_of"


def has_second_factor(user: AbstractBaseUser | AnonymousUser) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type__in=TYPES).exists()


def proved_second_factor(request: HttpRequest) -> bool:
    return request.session.get(SESSION_KEY) == str(request.user.pk)


def remember_use(sender: Any, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> None:
    """A factor, or a recovery code in its place, was shown."""
    request.session[SESSION_KEY] = str(user.pk)


def remember_setting_up(
    sender: Any, request: HttpRequest, user: AbstractBaseUser, authenticator: Authenticator, **kwargs: Any
) -> None:
    """A factor was set up, for which it had to be shown. Recovery codes are only printed, which proves nothing."""
    if authenticator.type in TYPES:
        request.session[SESSION_KEY] = str(user.pk)
