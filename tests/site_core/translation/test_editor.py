"""The translation editor says what changed and what is left, and asks for no more than that."""

import json
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from site_core.translation.slugs import slug_of
from tests.organisations import actions

pytestmark = pytest.mark.django_db


def editor(client: Client, code: str = "uk") -> str:
    return client.get(reverse("wagtailadmin_pages:edit", args=[actions.campaign(code).pk])).content.decode()


def told(client: Client) -> dict:
    """What the editor's script is told."""
    return json.loads(unescape(editor(client).split('data-props="')[1].split('"')[0]))


def segment(path: str) -> StringSegment:
    return StringSegment.objects.get(source=actions.translation("uk").source, context__path=path)


def enter(client: Client, path: str, words: str) -> dict:
    url = reverse(
        "wagtail_localize:edit_string_translation", args=[actions.translation("uk").pk, segment(path).pk]
    )
    return client.put(url, f"value={words}", content_type="application/x-www-form-urlencoded").json()


def translated(path: str) -> StringTranslation | None:
    return StringTranslation.objects.filter(
        context__object_id=actions.campaign("uk").translation_key,
        context__path=path,
        locale__language_code="uk",
    ).first()


@pytest.mark.slow
def test_a_translator_takes_the_changes_over_and_nothing_becomes_public(
    signed_in: Callable[[str], Client],
) -> None:
    translator = signed_in("translator-uk")
    button = reverse("wagtail_localize:update_translations", args=[actions.translation("uk").source_id])
    assert f'href="{button}' not in editor(translator)
    polish, before = actions.campaign("pl"), actions.campaign("uk")
    polish.summary = "Zupełnie nowe zdanie."
    polish.save_revision().publish()
    edit = reverse("wagtailadmin_pages:edit", args=[before.pk])
    assert f'href="{button}?next={edit}"' in editor(translator)
    assert polish.summary not in editor(translator)
    assert f'name="next" value="{edit}"' in translator.get(f"{button}?next={edit}").content.decode()
    assert polish.summary not in editor(translator)
    answer = translator.post(button, {"next": edit}, follow=True)
    assert answer.redirect_chain[-1][0] == edit
    assert f'href="{button}' not in editor(translator)
    assert polish.summary in unescape(unescape(json.dumps(told(translator)["segments"], ensure_ascii=False)))
    after = actions.campaign("uk")
    assert (after.summary, after.latest_revision_id) == (before.summary, before.latest_revision_id)


@pytest.mark.slow
def test_the_address_follows_from_the_title_and_the_translator_is_not_asked(
    signed_in: Callable[[str], Client],
) -> None:
    translated("slug").delete()
    actions.campaign("uk").unpublish()
    translator = signed_in("translator-uk")
    enter(translator, "title", "Говорю по-своєму")
    assert translated("slug").data == "hovoryu-po-svoiemu"
    assert "slug" not in [part["contentPath"] for part in told(translator)["segments"]]
    assert "slug" in [part["contentPath"] for part in told(signed_in("editor"))["segments"]]


def test_a_public_address_does_not_move_because_a_title_was_translated(
    signed_in: Callable[[str], Client],
) -> None:
    translated("slug").delete()
    enter(signed_in("translator-uk"), "title", "Інша назва")
    assert translated("slug").data == actions.campaign("uk").slug


def test_what_is_typed_for_an_address_becomes_one_or_an_error(signed_in: Callable[[str], Client]) -> None:
    editors = signed_in("editor")
    assert (
        enter(editors, "slug", "Моя сторінка!")["data"] == slug_of("Моя сторінка!", "uk") == "moya-storinka"
    )
    assert enter(editors, "slug", "***")["error"]
    total, done = actions.translation("uk").get_progress()
    assert total - done == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", ["translator-uk", "editor"])
def test_deleting_is_never_the_large_button(signed_in: Callable[[str], Client], name: str) -> None:
    """The editor's script makes its last button the large one: publishing, or none."""
    permissions = told(signed_in(name))["perms"]
    assert permissions["canPublish"] or not permissions["canDelete"]
