"""Who may do what in which language: every role, every action, every language, at the server's door."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AbstractUser, Group
from django.test import Client
from wagtail.models import GroupPagePermission

from organisations.group_names import EDITOR, translator_of
from organisations.roles import ensure_roles
from organisations.signal_handlers import prepare_roles
from tests.organisations import actions

pytestmark = pytest.mark.django_db

LANGUAGES = ("pl", "uk", "en")
# Roles without a word in any of these languages are tried in the source and in one other.
OUTSIDERS = ("writer-easy-polish", "ngo-author", "ngo-coordinator", "viewer")
OF_TRANSLATIONS = [
    actions.enter_passage,
    actions.translate_what_changed,
    actions.download_po,
    actions.upload_po,
    actions.approve_machine_text,
    actions.publish_translation,
    actions.stop_translation,
    actions.make_alias,
    actions.start_translation,
    actions.publish_topic,
]
OF_ANYTHING = [
    actions.open_editor,
    actions.delete,
    actions.delete_in_bulk,
    actions.unpublish,
    actions.withdraw,
    actions.put_back,
    actions.unlock,
    actions.add_page,
    actions.open_topic,
    actions.delete_topic,
]
TRANSLATORS_DO = {
    actions.open_editor,
    actions.enter_passage,
    actions.translate_what_changed,
    actions.download_po,
    actions.upload_po,
    actions.approve_machine_text,
    actions.start_translation,
    actions.open_topic,
}
REVIEWERS_DO = {*TRANSLATORS_DO, actions.publish_translation, actions.publish_topic, actions.unpublish}
EVERYTHING = {*OF_TRANSLATIONS, *OF_ANYTHING} - {actions.make_alias}

ROLES = ("administrator", "editor", "translator-uk", "reviewer-uk", *OUTSIDERS)


def allowed(role: str, action: Callable, code: str) -> bool:
    """The table. Aliases are nobody's."""
    if action is actions.add_page and code != "pl":
        return False  # Pages begin in the source language, whoever writes them.
    if role in ("administrator", "editor"):
        return action in EVERYTHING
    does = {"translator-uk": TRANSLATORS_DO, "reviewer-uk": REVIEWERS_DO}.get(role, set())
    return code == "uk" and action in does


CASES = [
    pytest.param(role, action, code, id=f"{role}-{action.__name__}-{code}")
    for role in ROLES
    for action in [*OF_TRANSLATIONS, *OF_ANYTHING]
    for code in (LANGUAGES[:2] if role in OUTSIDERS else LANGUAGES)
    if code != "pl" or action in OF_ANYTHING
]


@pytest.mark.parametrize(("role", "action", "code"), CASES)
def test_the_table(signed_in: Callable[[str], Client], role: str, action: Callable, code: str) -> None:
    assert action(signed_in(role), code) is allowed(role, action, code)


@pytest.mark.parametrize("action", [*OF_TRANSLATIONS, *OF_ANYTHING])
def test_somebody_who_did_not_sign_in_does_nothing(client: Client, action: Callable) -> None:
    assert not action(client, "uk")


def test_a_role_may_be_given_the_right_to_publish_its_language(
    signed_in: Callable[[str], Client], person: Callable[[str], AbstractUser]
) -> None:
    group = Group.objects.get(name=translator_of("uk"))
    home = GroupPagePermission.objects.get(group=group).page
    GroupPagePermission.objects.create(group=group, page=home, permission_type="publish")
    assert actions.publish_translation(signed_in("translator-uk"), "uk")
    assert not actions.publish_translation(signed_in("translator-uk"), "en")


def test_roles_are_made_once_and_take_nothing_back() -> None:
    group = Group.objects.get(name=translator_of("uk"))
    home = GroupPagePermission.objects.get(group=group).page
    GroupPagePermission.objects.create(group=group, page=home, permission_type="publish")
    before = rights()
    ensure_roles()
    prepare_roles()
    assert rights() == before


def rights() -> dict[str, list]:
    return {
        group.name: [
            *sorted(group.permissions.values_list("content_type__app_label", "codename")),
            *sorted(group.page_permissions.values_list("page_id", "permission__codename")),
            *sorted(group.collection_permissions.values_list("collection_id", "permission__codename")),
        ]
        for group in Group.objects.all()
    }


def test_what_an_installation_lost_comes_back() -> None:
    before = rights()
    Group.objects.get(name=EDITOR).page_permissions.all().delete()
    prepare_roles()
    assert rights() == before


def test_wagtails_own_groups_are_gone_so_that_there_is_one_name_for_a_role() -> None:
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
