"""Text by a machine goes out by no way before somebody has read it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState
from wagtail_localize.models import StringTranslation

from site_core.languages.addresses import page_address
from tests.organisations import actions
from tests.site_core.translation.libretranslate import LibreTranslate
from tests.site_core.translation.machine.asking import (
    passages,
    prefill,
    read_over,
    translation_of,
)

pytestmark = pytest.mark.django_db


def by_the_editor_of_translations(editor: Client, version: Page) -> None:
    editor.post(reverse("wagtailadmin_pages:edit", args=[version.pk]), {"action": "publish"})


def by_bulk_action(editor: Client, version: Page) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor.post(f"{url}?id={version.pk}&next=/admin/", {"include_descendants": ""})


def by_bulk_action_above(editor: Client, version: Page) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor.post(f"{url}?id={version.get_parent().pk}&next=/admin/", {"include_descendants": "on"})


def by_approval(editor: Client, version: Page) -> None:
    version.get_workflow().start(version, version.owner)
    task = TaskState.objects.get(workflow_state=version.current_workflow_state)
    editor.post(reverse("wagtailadmin_pages:workflow_action", args=[version.pk, "approve", task.pk]))


def by_schedule(editor: Client, version: Page) -> None:
    revision = version.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    call_command("publish_scheduled")


def by_api(editor: Client, version: Page) -> None:
    editor.post(reverse("wagtailadmin_api:pages:action", args=[version.pk, "publish"]))


def by_program(editor: Client, version: Page) -> None:
    translation_of(version, "uk").save_target(publish=True)
    version.get_latest_revision().publish()


WAYS = [
    by_the_editor_of_translations,
    by_bulk_action,
    by_bulk_action_above,
    by_approval,
    by_schedule,
    by_api,
    by_program,
]


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_by_no_way_is_it_published(
    editor: Client,
    reader: Client,
    drafted: Page,
    way: Callable[[Client, Page], None],
    django_capture_on_commit_callbacks: Callable,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        way(editor, drafted)
    drafted.refresh_from_db()
    assert not drafted.live
    assert drafted.title not in passages(drafted, "uk").values(), "not in its row"
    revision = str(drafted.get_latest_revision().content | {"draft_title": "what lists of the admin show"})
    assert not any(text in revision for text in passages(drafted, "uk").values()), "nor in a revision"
    assert reader.get(page_address(drafted)).status_code != 200 or not any(
        text in reader.get(page_address(drafted)).content.decode()
        for text in passages(drafted, "uk").values()
    )


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_by_every_way_once_it_has_been_read(
    editor: Client,
    drafted: Page,
    way: Callable[[Client, Page], None],
    django_capture_on_commit_callbacks: Callable,
) -> None:
    """As much as each of them publishes: the ways are open, or the test before would say nothing."""
    read_over(editor, drafted, "uk")
    translation_of(drafted, "uk").save_target(publish=False)
    drafted = type(drafted).objects.get(pk=drafted.pk)
    with django_capture_on_commit_callbacks(execute=True):
        way(editor, drafted)
    drafted.refresh_from_db()
    assert drafted.live


@pytest.mark.slow
def test_an_approval_that_is_refused_stays_open(editor: Client, drafted: Page) -> None:
    by_approval(editor, drafted)
    assert drafted.current_workflow_state is not None
    text = editor.get(reverse("wagtailadmin_home"), headers={"accept-language": "en"}).content.decode()
    assert "translated by machine, and nobody has read" in text or "przetłumaczono maszynowo" in text


def test_a_page_that_is_public_stays_as_it_is(
    editor: Client, server: LibreTranslate, reader: Client, django_capture_on_commit_callbacks: Callable
) -> None:
    segment = actions.summary_segment("uk")
    rows = StringTranslation.objects.filter(translation_of=segment.string, locale__language_code="uk")
    before = rows.get(context=segment.context).data
    rows.delete()
    prefill(editor, "uk", actions.campaign("pl"))
    with django_capture_on_commit_callbacks(execute=True):
        by_the_editor_of_translations(editor, actions.campaign("uk"))
        by_bulk_action(editor, actions.campaign("uk"))
    assert actions.campaign("uk").summary == before
    assert rows.get().data not in reader.get(page_address(actions.campaign("uk"))).content.decode()


@pytest.mark.slow
def test_the_refusal_says_how_many_and_leads_there(editor: Client, drafted: Page) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[drafted.pk])
    answer = editor.post(edit, {"action": "publish"}, follow=True, headers={"accept-language": "en"})
    text = answer.content.decode()
    count = len(StringTranslation.objects.filter(translation_type="machine"))
    assert f"{count} passages were translated by machine" in text
    assert reverse("machine_drafts_read_over", args=[translation_of(drafted, "uk").pk]) in text
