"""An editor says that a change is minor: no translation grows older by it, and why is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from django.forms import BaseModelForm
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from site_core.models import VersionFreshness
from site_core.translation.freshness import rebuild
from tests.site_core.translation.sources import behind, publish, translate_again

pytestmark = pytest.mark.django_db

ABOUT = "O programie i o tej stronie"
REASON = "Literówka"


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    return demo_page(ABOUT)


@pytest.fixture
def publish_in_admin(signed_in: Callable[[str], Client]) -> Callable[..., Any]:
    """Publish a page as its form has it, with these fields otherwise."""

    def post(page: Page, **changed: str) -> Any:
        client = signed_in("editor")
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        form: BaseModelForm = client.get(address).context["form"]
        return client.post(address, {**posted(form), **changed, "action-publish": "1"}, follow=True)

    return post


def posted(form: BaseModelForm) -> dict[str, str]:
    """What a browser sends; the body goes as it came."""
    data: dict[str, str] = {}
    for bound in form:
        widget = bound.field.widget
        if bound.name == "body":
            continue
        value = widget.format_value(bound.value()) if hasattr(widget, "format_value") else bound.value()
        if isinstance(value, list):
            value = value[0] if value else ""
        if value is not None and not isinstance(bound.value(), bool):
            data[bound.html_name] = str(value)
    for formset in form.formsets.values():
        for bound in formset.management_form:
            data[bound.html_name] = str(bound.value() or 0)
    data["body-count"] = "0"
    return data


MINOR = {"summary": "Ta sama treść bez literówki.", "minor_change": "on", "minor_reason": REASON}


@pytest.mark.slow
def test_a_minor_change_leaves_every_version_current_and_is_logged(
    polish: Page, publish_in_admin: Callable[..., Any]
) -> None:
    publish(polish, lambda page: setattr(page, "body", "[]"))
    before = behind(polish)
    assert all(before.values()), "else nothing could stay behind"
    publish_in_admin(polish, **MINOR)
    assert type(polish).objects.get(pk=polish.pk).summary == MINOR["summary"]
    assert behind(polish) == before
    rows = VersionFreshness.objects.filter(translation_key=polish.translation_key)
    assert set(rows.values_list("minor", "minor_reason")) == {(True, REASON)}
    entry = PageLogEntry.objects.get(page=polish.pk, action="site_core.minor_change")
    assert entry.user.username == "editor"
    assert REASON in entry.message


@pytest.mark.slow
def test_without_the_choice_the_same_change_counts(
    polish: Page, publish_in_admin: Callable[..., Any]
) -> None:
    publish(polish, lambda page: setattr(page, "body", "[]"))
    publish_in_admin(polish, summary=MINOR["summary"], minor_reason=REASON)
    assert all("summary" in paths for paths in behind(polish).values())


@pytest.mark.slow
def test_a_minor_change_has_a_reason(polish: Page, publish_in_admin: Callable[..., Any]) -> None:
    answer = publish_in_admin(polish, **{**MINOR, "minor_reason": ""})
    assert "minor_reason" in answer.context["form"].errors
    assert type(polish).objects.get(pk=polish.pk).summary != MINOR["summary"]


@pytest.mark.slow
def test_a_minor_change_is_known_after_the_table_is_found_anew(
    polish: Page, publish_in_admin: Callable[..., Any]
) -> None:
    publish(polish, lambda page: setattr(page, "body", "[]"))
    publish_in_admin(polish, **MINOR)
    before = behind(polish)
    VersionFreshness.objects.all().delete()
    rebuild()
    assert behind(polish) == before
    rows = VersionFreshness.objects.filter(translation_key=polish.translation_key)
    assert set(rows.values_list("minor", "minor_reason")) == {(True, REASON)}
    translate_again(polish, "uk")
    row = rows.get(locale__language_code="uk")
    assert (row.behind, row.minor, row.minor_reason) == ([], False, "")


@pytest.mark.slow
def test_what_was_behind_stays_behind(polish: Page, publish_in_admin: Callable[..., Any]) -> None:
    page = publish(polish, lambda page: setattr(page, "summary", "Zmiana, która coś znaczy."))
    publish(page, lambda page: setattr(page, "body", "[]"))
    publish_in_admin(polish, **MINOR)
    assert all("summary" in paths for paths in behind(polish).values())


@pytest.mark.slow
def test_the_choice_is_offered_on_the_source_of_versions_only(
    polish: Page, demo_page: Callable[..., Page], signed_in: Callable[[str], Client]
) -> None:
    def fields(page: Page) -> set[str]:
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return set(signed_in("editor").get(address).context["form"].fields)

    assert {"minor_change", "minor_reason"} <= fields(polish)
    alone = demo_page("Gdy w szkole pojawia się symbol nienawiści")
    assert not {"minor_change", "minor_reason"} & fields(alone)
