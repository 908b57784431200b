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


def remember_proof(sender: Any, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> None:
    """Receives django-allauth's signals: a factor was used, or was set up, for which it had to be shown as
    well.
    """
    request.session[SESSION_KEY] = str(user.pk)
