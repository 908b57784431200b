"""What its editor calls minor stays so until it is published: by who approves it, or when its hour comes."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from site_core.models import VersionFreshness
from site_core.translation.source_history import MINOR_CHANGE
from tests.site_core.translation.sources import behind, publish, translate_again
from tests.site_core.translation.test_minor_changes import ABOUT, MINOR, REASON, posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    page = demo_page(ABOUT)
    return publish(page, lambda page: setattr(page, "body", "[]"))


@pytest.fixture
def edit(signed_in: Callable[[str], Client]) -> Callable[..., Any]:
    def post(page: Page, action: str, name: str = "editor", **changed: str) -> Any:
        client, address = signed_in(name), reverse("wagtailadmin_pages:edit", args=[page.pk])
        data = posted(client.get(address).context["form"])
        return client.post(address, {**data, **changed, action: "1"}, follow=True)

    return post


@pytest.fixture
def approve(signed_in: Callable[[str], Client]) -> Callable[..., None]:
    def post(page: Page, **said: str) -> None:
        task = Page.objects.get(pk=page.pk).current_workflow_task_state
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
        signed_in("administrator").post(address, said)

    return post


def summary(page: Page) -> str:
    return type(page).objects.get(pk=page.pk).summary


@pytest.mark.slow
@pytest.mark.parametrize("said", [{}, {"comment": "W porządku."}])
def test_approved_it_leaves_every_version_as_it_was(
    polish: Page, edit: Callable[..., Any], approve: Callable[..., None], said: dict[str, str]
) -> None:
    before = behind(polish)
    edit(polish, "action-submit", **MINOR)
    assert summary(polish) != MINOR["summary"]
    assert not PageLogEntry.objects.filter(action=MINOR_CHANGE)
    approve(polish, **said)
    assert summary(polish) == MINOR["summary"]
    assert behind(polish) == before
    rows = VersionFreshness.objects.filter(translation_key=polish.translation_key)
    assert set(rows.values_list("minor", "minor_reason")) == {(True, REASON)}
    entry = PageLogEntry.objects.get(page=polish.pk, action=MINOR_CHANGE)
    assert entry.user.username == "editor", "whose word it is"
    assert REASON in entry.message


@pytest.mark.slow
def test_without_that_word_approval_makes_older(
    polish: Page, edit: Callable[..., Any], approve: Callable[..., None]
) -> None:
    edit(polish, "action-submit", summary=MINOR["summary"])
    approve(polish)
    assert all("summary" in paths for paths in behind(polish).values())


@pytest.mark.slow
def test_who_approves_is_told(
    polish: Page, edit: Callable[..., Any], signed_in: Callable[[str], Client]
) -> None:
    edit(polish, "action-submit", **MINOR)
    administrator = signed_in("administrator")
    assert REASON in administrator.get(reverse("wagtailadmin_home")).content.decode()
    page = administrator.get(reverse("wagtailadmin_pages:edit", args=[polish.pk]))
    assert any(REASON in str(message) for message in page.context["messages"])
    form = page.context["form"]
    assert (form["minor_change"].value(), form["minor_reason"].value()) == (True, REASON)


@pytest.mark.slow
def test_who_approves_may_see_it_otherwise(
    polish: Page, edit: Callable[..., Any], signed_in: Callable[[str], Client]
) -> None:
    """Takes the mark off and approves, in one go."""
    edit(polish, "action-submit", **MINOR)
    edit(
        polish,
        "action-workflow-action",
        "administrator",
        **{"workflow-action-name": "approve", "workflow-action-extra-data": "{}"},
    )
    assert summary(polish) == MINOR["summary"]
    assert all("summary" in paths for paths in behind(polish).values())


@pytest.mark.slow
def test_approved_while_going_on_with_it(
    polish: Page, edit: Callable[..., Any], signed_in: Callable[[str], Client]
) -> None:
    """As the form comes, the mark included; one more comma is put right on the way."""
    before = behind(polish)
    edit(polish, "action-submit", **MINOR)
    action = {"workflow-action-name": "approve", "workflow-action-extra-data": '{"comment": "Tak."}'}
    changed = {**MINOR, "summary": "Ta sama treść, bez literówki.", **action}
    edit(polish, "action-workflow-action", "administrator", **changed)
    assert summary(polish) == changed["summary"]
    assert behind(polish) == before


@pytest.mark.slow
def test_approved_for_a_day_to_come(
    polish: Page, edit: Callable[..., Any], approve: Callable[..., None]
) -> None:
    before = behind(polish)
    edit(polish, "action-submit", **MINOR)
    page = type(polish).objects.get(pk=polish.pk)
    later = timezone.now() + timedelta(days=3)
    revision = page.latest_revision
    revision.content["go_live_at"] = later.isoformat()
    revision.save()
    approve(polish)
    assert summary(polish) != MINOR["summary"]
    assert Revision.objects.get(pk=revision.pk).approved_go_live_at == later
    passed = timezone.now() - timedelta(hours=1)
    revision.content["go_live_at"] = passed.isoformat()
    revision.approved_go_live_at = passed
    revision.save()
    call_command("publish_scheduled")
    assert summary(polish) == MINOR["summary"]
    assert behind(polish) == before
    assert PageLogEntry.objects.filter(page=polish.pk, action=MINOR_CHANGE).count() == 1


@pytest.mark.slow
def test_a_draft_keeps_what_was_said_until_somebody_takes_it_off(
    polish: Page, edit: Callable[..., Any]
) -> None:
    edit(polish, "", **MINOR)
    edit(polish, "action-publish", summary="Coś całkiem innego.")
    assert all("summary" in paths for paths in behind(polish).values())
    assert not PageLogEntry.objects.filter(action=MINOR_CHANGE)


@pytest.mark.slow
def test_an_old_revision_that_is_put_back_is_a_change_again(polish: Page, edit: Callable[..., Any]) -> None:
    edit(polish, "action-publish", **MINOR)
    minor = type(polish).objects.get(pk=polish.pk).latest_revision
    publish(polish, lambda page: setattr(page, "summary", "Znowu inaczej."))
    translate_again(polish, "uk")
    assert behind(polish)["uk"] == []
    Revision.objects.get(pk=minor.pk).publish()
    assert behind(polish)["uk"] == ["summary"]
