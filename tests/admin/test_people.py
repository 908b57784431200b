"""Accounts: nobody is made without a role, and the list says who has which."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import translation

from organisations.group_names import role_name

pytestmark = pytest.mark.django_db

USERS = get_user_model().objects


def add(client: Client, **facts: object) -> bool:
    person = {
        "username": "nowa",
        "email": "nowa@demo.example",
        "first_name": "Nowa",
        "last_name": "Osoba",
        "password1": "zupelnie-nowe-haslo-7",
        "password2": "zupelnie-nowe-haslo-7",
        **facts,
    }
    client.post(reverse("wagtailusers_users:add"), person)
    return USERS.filter(username="nowa").exists()


def test_a_person_needs_a_role(signed_in: Callable[[str], Client]) -> None:
    administrator = signed_in("administrator")
    assert not add(administrator)
    assert add(administrator, groups=[Group.objects.get(name="Viewer").pk])


def test_an_administrator_needs_none(signed_in: Callable[[str], Client]) -> None:
    assert add(signed_in("administrator"), is_superuser="on")


def test_roles_have_names_that_people_use() -> None:
    with translation.override("pl"):
        names = {group.name: role_name(group) for group in Group.objects.all()}
    assert names["Editor"] == "Redakcja"
    assert names["Translator: uk"] == "Tłumaczenie: Українська"
    assert names["Translator: pl-simple"].startswith("Pisanie: ")
    assert not any(name.startswith(("NGO", "Translator", "Viewer")) for name in names.values())
    assert role_name(Group(name="Own: group")) == "Own: group"


def test_the_list_and_the_form_show_them(signed_in: Callable[[str], Client]) -> None:
    administrator = signed_in("administrator")
    for address in ("wagtailusers_users:index", "wagtailusers_users:add"):
        assert "Tłumaczenie: Українська" in administrator.get(reverse(address)).content.decode()
