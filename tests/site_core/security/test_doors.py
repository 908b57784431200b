"""One way into the admin, and nobody through it on a password alone."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AbstractBaseUser
from django.test import Client
from django.urls import reverse

from tests.site_core.security.conftest import PASSWORD, current_code

pytestmark = pytest.mark.django_db

OTHER_DOORS = ["/admin/login/", "/django-admin/login/"]
RESETS = [
    "/admin/password_reset/",
    "/admin/password_reset/done/",
    "/admin/password_reset/confirm/MQ/set-password/",
    "/admin/password_reset/complete/",
]


@pytest.mark.parametrize("door", OTHER_DOORS)
def test_other_doors_lead_to_the_one_that_is_guarded(client: Client, door: str) -> None:
    response = client.get(door, {"next": "/admin/pages/3/"})
    assert response.status_code == 303
    assert response.headers["Location"] == "/account/login/?next=/admin/pages/3/"


@pytest.mark.parametrize("door", OTHER_DOORS)
def test_a_right_password_at_another_door_opens_nothing(
    client: Client, editor: AbstractBaseUser, door: str
) -> None:
    response = client.post(door, {"username": "redakcja", "password": PASSWORD, "next": "/admin/"})
    assert response.status_code == 303
    assert SESSION_KEY not in client.session


@pytest.mark.urls("tests.site_core.security.urls_of_private_pages")
def test_the_sign_in_of_private_pages_is_closed_wherever_it_stands(
    client: Client, editor: AbstractBaseUser
) -> None:
    door = reverse("wagtailcore_login")
    response = client.post(door, {"username": "redakcja", "password": PASSWORD})
    assert response.status_code == 303
    assert SESSION_KEY not in client.session


@pytest.mark.parametrize("address", RESETS)
def test_wagtails_own_password_reset_is_closed(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 303
    assert response.headers["Location"] == "/account/password/reset/"


class TestSecondFactor:
    @pytest.fixture(autouse=True)
    def demanded(self, settings) -> None:
        settings.ADMIN_REQUIRES_SECOND_FACTOR = True

    @pytest.mark.parametrize(
        "address", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/account/", "/admin/no/such/view/"]
    )
    def test_without_one_every_admin_address_leads_to_setting_one_up(
        self, client: Client, editor: AbstractBaseUser, sign_in, address: str
    ) -> None:
        sign_in(client)
        response = client.get(address)
        assert response.status_code == 302
        assert response.headers["Location"] == f"/account/2fa/?next={address}"

    def test_a_superuser_is_no_exception(self, client: Client, admin_user: AbstractBaseUser) -> None:
        client.force_login(admin_user)
        assert client.get("/admin/").headers["Location"].startswith("/account/2fa/")

    def test_scripts_are_refused_and_not_redirected(self, client: Client, editor, sign_in) -> None:
        sign_in(client)
        response = client.get("/admin/api/main/pages/", headers={"x-requested-with": "XMLHttpRequest"})
        assert response.status_code == 403

    def test_one_can_always_sign_out(self, client: Client, editor, sign_in) -> None:
        sign_in(client)
        client.post("/admin/logout/")
        assert SESSION_KEY not in client.session

    def test_setting_one_up_opens_the_door_at_once(
        self, client: Client, editor, sign_in, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # A test runs inside a transaction that never ends; a request's ends before its answer is made.
        monkeypatch.setattr("django.db.transaction.on_commit", lambda call, **options: call())
        sign_in(client)
        page = client.get("/account/2fa/totp/activate/")
        client.post("/account/2fa/totp/activate/", {"code": current_code(page.context["form"].secret)})
        assert Authenticator.objects.filter(user=editor, type=Authenticator.Type.TOTP).exists()
        assert client.get("/admin/").status_code == 200

    def test_setting_one_up_later_asks_for_the_password_again(self, client: Client, editor, sign_in) -> None:
        with time_machine.travel(datetime(2026, 1, 12, 9, 0, tzinfo=UTC), tick=False) as clock:
            sign_in(client)
            clock.shift(timedelta(minutes=6))
            response = client.get("/account/2fa/totp/activate/")
        assert response.headers["Location"].startswith("/account/reauthenticate/")

    def test_a_password_alone_does_not_sign_in_who_has_one(
        self, client: Client, careful_editor, sign_in
    ) -> None:
        sign_in(client)
        assert SESSION_KEY not in client.session
        assert client.get("/admin/").status_code == 302

    def test_password_and_code_do(self, client: Client, careful_editor, sign_in, code) -> None:
        sign_in(client)
        client.post("/account/2fa/authenticate/", {"code": code()})
        assert client.get("/admin/").status_code == 200

    def test_a_session_that_came_from_elsewhere_has_to_show_it(self, client: Client, careful_editor) -> None:
        client.force_login(careful_editor)
        response = client.get("/admin/pages/")
        assert response.status_code == 302
        assert response.headers["Location"] == "/account/2fa/reauthenticate/?next=/admin/pages/"

    def test_showing_it_then_opens_the_door(self, client: Client, careful_editor, code) -> None:
        client.force_login(careful_editor)
        client.post("/account/2fa/reauthenticate/", {"code": code()})
        assert client.get("/admin/").status_code == 200

    def test_taking_it_away_closes_the_door_at_once(
        self, client: Client, careful_editor, sign_in, code
    ) -> None:
        sign_in(client)
        client.post("/account/2fa/authenticate/", {"code": code()})
        Authenticator.objects.filter(user=careful_editor).delete()
        assert client.get("/admin/").headers["Location"].startswith("/account/2fa/")

    def test_a_recovery_code_opens_once(self, client: Client, careful_editor, sign_in) -> None:
        recovery_code = RecoveryCodes.activate(careful_editor).get_unused_codes()[0]
        for attempt, opens in enumerate([True, False]):
            visitor = Client()
            sign_in(visitor)
            visitor.post("/account/2fa/authenticate/", {"code": recovery_code})
            assert (visitor.get("/admin/").status_code == 200) is opens, f"attempt {attempt + 1}"

    @pytest.mark.parametrize(
        "address",
        [
            "/account/2fa/totp/deactivate/",
            "/account/2fa/webauthn/add/",
            "/account/2fa/recovery-codes/",
            "/account/2fa/recovery-codes/generate/",
            "/account/password/change/",
        ],
    )
    def test_a_session_from_before_cannot_take_it_away_again(
        self, client: Client, editor, secret: str, sign_in, address: str
    ) -> None:
        """Somebody knew the password and signed in; then the editor set up a second factor elsewhere."""
        sign_in(client)
        TOTP.activate(editor, secret)
        for response in (client.get(address), client.post(address, {})):
            assert response.status_code == 302
            assert response.headers["Location"] == f"/account/2fa/reauthenticate/?next={address}"
        assert Authenticator.objects.filter(user=editor, type=Authenticator.Type.TOTP).exists()

    def test_recovery_codes_alone_are_no_second_factor(self, client: Client, editor, sign_in) -> None:
        RecoveryCodes.activate(editor)
        sign_in(client)
        assert client.get("/admin/").headers["Location"].startswith("/account/2fa/?next=")

    def test_whoever_is_switched_off_is_out_at_the_next_request(
        self, client: Client, careful_editor, sign_in, code
    ) -> None:
        sign_in(client)
        client.post("/account/2fa/authenticate/", {"code": code()})
        careful_editor.is_active = False
        careful_editor.save()
        assert client.get("/admin/").headers["Location"].startswith("/account/login/")

    def test_a_changed_password_ends_other_sessions(
        self, client: Client, careful_editor, sign_in, code
    ) -> None:
        sign_in(client)
        client.post("/account/2fa/authenticate/", {"code": code()})
        careful_editor.set_password("another sentence that is long enough")
        careful_editor.save()
        assert client.get("/admin/").headers["Location"].startswith("/account/login/")


def test_where_it_is_not_demanded_the_admin_says_so(client: Client, editor: AbstractBaseUser) -> None:
    client.force_login(editor)
    assert "lets editors in with a password alone" in in_english(client, "/admin/")
    assert "a password is enough here" in in_english(Client(), "/account/login/")


def test_where_it_is_demanded_there_is_no_such_note(client: Client, settings) -> None:
    settings.ADMIN_REQUIRES_SECOND_FACTOR = True
    assert "a password is enough here" not in in_english(client, "/account/login/")


def in_english(client: Client, address: str) -> str:
    return client.get(address, headers={"accept-language": "en"}).content.decode()
