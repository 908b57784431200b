"""Submitted, refused, approved: who decides, and where people of an organisation read what became of it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, TaskState

from organisations.models import OrganisationPage
from site_core.admin.first_page.panels import Group
from tests.organisations.forms import add_campaign

pytestmark = pytest.mark.django_db


def test_submitted_approved_published(signed_in: Callable[[str], Client], own_page: OrganisationPage) -> None:
    """The author submits; approving one's own work is refused; the editor approves and it is public."""
    author, editor = signed_in("ngo-author"), signed_in("editor")
    page = add_campaign(author, own_page, **{"action-submit": "1"})
    task = page.current_workflow_task_state
    assert task.status == TaskState.STATUS_IN_PROGRESS
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    author.post(approve)
    page.refresh_from_db()
    assert not page.live
    editor.post(approve)
    page.refresh_from_db()
    assert page.live


def refused(author: Client, editor: Client, parent: OrganisationPage, reason: str) -> Page:
    """A campaign that the author handed in and the editor sent back."""
    page = add_campaign(author, parent, **{"action-submit": "1"})
    task = page.current_workflow_task_state
    editor.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", task.pk]), {"comment": reason}
    )
    return page


def test_a_refusal_with_its_reason_is_on_the_authors_first_page(
    signed_in: Callable[[str], Client], own_page: OrganisationPage
) -> None:
    author = signed_in("ngo-author")
    refused(author, signed_in("editor"), own_page, "Brakuje dat spotkań.")
    assert "Brakuje dat spotkań." in author.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.slow
def test_the_reason_of_a_refusal_stands_over_the_page(
    signed_in: Callable[[str], Client], own_page: OrganisationPage
) -> None:
    author = signed_in("ngo-author")
    page = refused(author, signed_in("editor"), own_page, "Brakuje <dat> spotkań.")
    edit = author.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Brakuje &lt;dat&gt; spotkań." in edit


def groups_on_first_page(client: Client, panel: str) -> list[Group]:
    panels = client.get(reverse("wagtailadmin_home")).context["panels"]
    return next(found for found in panels if getattr(found, "name", "") == panel).groups


@pytest.mark.slow
def test_what_was_submitted_comes_first_for_the_office_and_is_seen_by_the_coordinator(
    signed_in: Callable[[str], Client], own_page: OrganisationPage
) -> None:
    page = add_campaign(signed_in("ngo-author"), own_page, **{"action-submit": "1"})
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for name, panel in (("editor", "decide"), ("ngo-coordinator", "own"), ("ngo-author", "own")):
        first = groups_on_first_page(signed_in(name), panel)[0]
        assert [row.url for row in first.rows] == [address], name
        assert all(group.rows for group in groups_on_first_page(signed_in(name), panel))
        said = signed_in(name).get(reverse("wagtailadmin_home")).context["panels"]
        named = [row.url for found in said for group in getattr(found, "groups", ()) for row in group.rows]
        assert named.count(address) == 1, f"{name} is told of it more than once"
        assert not [type(found).__name__ for found in said if "Workflow" in type(found).__name__]
