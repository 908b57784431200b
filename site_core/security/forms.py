"""The sign-in form: django-allauth's, with one label that says what to type."""

from typing import Any

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = _("User name or e-mail address")
        # Browsers offer passkeys in this field; a placeholder would only repeat the label.
        login.widget.attrs = {
            "autocomplete": "username webauthn",
            "autocapitalize": "none",
            "spellcheck": "false",
        }
        self.fields["password"].widget.attrs.pop("placeholder", None)

    def user_credentials(self) -> dict[str, str]:
        """What was typed, once: the backend tries it as an address and as a name.

        django-allauth hands an address over twice, and so hashes the password twice for an account that exists and
        once for one that does not: whoever has a stop-watch could tell who edits here.
        """
        return {"username": self.cleaned_data["login"], "password": self.cleaned_data["password"]}
