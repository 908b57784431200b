"""What people of an organisation write is their organisation's and a draft; what is the office's stays the office's."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from events.models import EventPage
from organisations.models import Organisation, OrganisationPage
from resources.models import ResourcePage
from tests.organisations.forms import add, add_campaign

pytestmark = pytest.mark.django_db


PEOPLE = ["ngo-author", "ngo-coordinator"]
TYPES = [EventPage, ResourcePage]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_draft_belongs_to_the_organisation_whoever_the_form_names(
    signed_in: Callable[[str], Client], own_page: OrganisationPage, name: str
) -> None:
    other = Organisation.objects.exclude(pk=own_page.organisation_id).first()
    page = add_campaign(signed_in(name), own_page, organisation=str(other.pk))
    assert page is not None
    assert page.organisation_id == own_page.organisation_id
    assert not page.live


@pytest.mark.parametrize("name", PEOPLE)
def test_neither_publishes(signed_in: Callable[[str], Client], own_page: OrganisationPage, name: str) -> None:
    page = add_campaign(signed_in(name), own_page, **{"action-publish": "1"})
    assert page is not None
    assert not page.live


@pytest.mark.parametrize("name", PEOPLE)
def test_nothing_is_added_under_the_list_of_campaigns(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page], name: str
) -> None:
    campaigns = demo_page("Kampanie")
    assert add_campaign(signed_in(name), campaigns) is None


@pytest.mark.slow
def test_an_author_edits_own_drafts_and_no_others(
    signed_in: Callable[[str], Client], own_page: OrganisationPage
) -> None:
    theirs = add_campaign(signed_in("ngo-coordinator"), own_page)
    author = signed_in("ngo-author")
    assert author.get(reverse("wagtailadmin_pages:edit", args=[theirs.pk])).status_code == 302
    Page.objects.filter(pk=theirs.pk).update(slug="inna", url_path=f"{own_page.url_path}inna/")
    own = add_campaign(author, own_page)
    assert author.get(reverse("wagtailadmin_pages:edit", args=[own.pk])).status_code == 200


@pytest.mark.slow
def test_a_coordinator_edits_what_the_organisations_authors_wrote(
    signed_in: Callable[[str], Client], own_page: OrganisationPage
) -> None:
    page = add_campaign(signed_in("ngo-author"), own_page)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert signed_in("ngo-coordinator").get(edit).status_code == 200


@pytest.mark.parametrize("name", PEOPLE)
def test_pages_of_others_are_in_no_list(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page], name: str
) -> None:
    client = signed_in(name)
    listed = client.get(reverse("campaigns:index")).content.decode()
    assert demo_page("Słyszę? Reaguję.").title not in listed


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("model", TYPES)
def test_events_and_resources_are_drafts_of_the_organisation_like_campaigns(
    signed_in: Callable[[str], Client], own_page: OrganisationPage, name: str, model: type[Page]
) -> None:
    other = Organisation.objects.exclude(pk=own_page.organisation_id).first()
    page = add(signed_in(name), model, own_page, organisation=str(other.pk), **{"action-publish": "1"})
    assert page is not None
    assert page.organisation_id == own_page.organisation_id
    assert not page.live


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("model", TYPES)
def test_nothing_is_added_to_the_offices_calendar_and_library(
    signed_in: Callable[[str], Client], name: str, model: type[Page]
) -> None:
    shared = model.objects.filter(locale__language_code="pl").first().get_parent()
    assert add(signed_in(name), model, shared) is None


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("room", ["campaigns", "events", "resources"])
def test_adding_opens_the_form_under_ones_own_organisation(
    signed_in: Callable[[str], Client], own_page: OrganisationPage, name: str, room: str
) -> None:
    client = signed_in(name)
    answer = client.get(reverse(f"{room}:choose_parent"))
    assert answer.status_code == 302
    assert answer.url.endswith(f"/{own_page.pk}/")
    assert client.get(answer.url).status_code == 200


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("model", TYPES)
def test_what_is_the_offices_stays_the_offices(
    signed_in: Callable[[str], Client], name: str, model: type[Page]
) -> None:
    page = model.objects.filter(locale__language_code="pl", live=True).first()
    client = signed_in(name)
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 302
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), {"confirm": "yes"})
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert model.objects.get(pk=page.pk).live


@pytest.mark.parametrize("name", ["translator-uk", "viewer", "writer-easy-polish"])
@pytest.mark.parametrize("room", ["campaigns", "events", "resources"])
def test_who_may_add_nothing_is_offered_nothing(
    signed_in: Callable[[str], Client], name: str, room: str
) -> None:
    client = signed_in(name)
    address = reverse(f"{room}:choose_parent")
    assert address not in client.get(reverse(f"{room}:index")).content.decode()
    assert address not in client.get(reverse("wagtailadmin_home")).content.decode()
