"""People of an organisation: their own pages, images and approval; nothing of anybody else's."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, TaskState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from campaigns.models import CampaignPage
from events.models import EventPage
from organisations.models import Organisation, OrganisationPage
from organisations.workspaces import ensure_workspace
from resources.models import ResourcePage
from site_core.admin.first_page.panels import Group

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_page(db: None) -> OrganisationPage:
    return OrganisationPage.objects.get(locale__language_code="pl")


@pytest.fixture
def workspace_collection(own_page: OrganisationPage) -> Collection:
    return ensure_workspace(own_page.organisation).collection


def campaign_form(**facts: str) -> dict[str, str]:
    return nested_form_data(
        {
            "title": "Sąsiedzi czytają",
            "slug": "sasiedzi-czytaja",
            "summary": "Czytamy razem.",
            "lead": "Czytamy razem na podwórku.",
            "aim": "null",
            "results": "null",
            "starts_on": "2027-05-01",
            "ends_on": "2027-06-01",
            "body": streamfield([]),
            "palette": "river",
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            **facts,
        }
    )


def add_campaign(client: Client, parent: Page, **facts: str) -> CampaignPage | None:
    url = reverse("wagtailadmin_pages:add", args=["campaigns", "campaignpage", parent.pk])
    client.post(url, campaign_form(**facts))
    return CampaignPage.objects.filter(slug="sasiedzi-czytaja").first()


@pytest.mark.parametrize("name", ["ngo-author", "ngo-coordinator"])
def test_a_draft_belongs_to_the_organisation_whoever_the_form_names(
    signed_in: Callable[[str], Client], own_page: OrganisationPage, name: str
) -> None:
    other = Organisation.objects.exclude(pk=own_page.organisation_id).first()
    page = add_campaign(signed_in(name), own_page, organisation=str(other.pk))
    assert page is not None
    assert page.organisation_id == own_page.organisation_id
    assert not page.live


@pytest.mark.parametrize("name", ["ngo-author", "ngo-coordinator"])
def test_neither_publishes(signed_in: Callable[[str], Client], own_page: OrganisationPage, name: str) -> None:
    page = add_campaign(signed_in(name), own_page, **{"action-publish": "1"})
    assert page is not None
    assert not page.live


@pytest.mark.parametrize("name", ["ngo-author", "ngo-coordinator"])
def test_nothing_is_added_under_the_list_of_campaigns(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page], name: str
) -> None:
    campaigns = demo_page("Kampanie")
    assert add_campaign(signed_in(name), campaigns) is None


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


def test_a_refusal_with_its_reason_is_on_the_authors_first_page(
    signed_in: Callable[[str], Client], own_page: OrganisationPage
) -> None:
    author = signed_in("ngo-author")
    page = add_campaign(author, own_page, **{"action-submit": "1"})
    task = page.current_workflow_task_state
    signed_in("editor").post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", task.pk]),
        {"comment": "Brakuje dat spotkań."},
    )
    assert "Brakuje dat spotkań." in author.get(reverse("wagtailadmin_home")).content.decode()


def test_an_author_edits_own_drafts_and_no_others(
    signed_in: Callable[[str], Client], own_page: OrganisationPage
) -> None:
    theirs = add_campaign(signed_in("ngo-coordinator"), own_page)
    author = signed_in("ngo-author")
    assert author.get(reverse("wagtailadmin_pages:edit", args=[theirs.pk])).status_code == 302
    Page.objects.filter(pk=theirs.pk).update(slug="inna", url_path=f"{own_page.url_path}inna/")
    own = add_campaign(author, own_page)
    assert author.get(reverse("wagtailadmin_pages:edit", args=[own.pk])).status_code == 200


def test_a_coordinator_edits_what_the_organisations_authors_wrote(
    signed_in: Callable[[str], Client], own_page: OrganisationPage
) -> None:
    page = add_campaign(signed_in("ngo-author"), own_page)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert signed_in("ngo-coordinator").get(edit).status_code == 200


@pytest.mark.parametrize("name", ["ngo-author", "ngo-coordinator"])
def test_pages_of_others_are_in_no_list(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page], name: str
) -> None:
    client = signed_in(name)
    listed = client.get(reverse("campaigns:index")).content.decode()
    assert demo_page("Słyszę? Reaguję.").title not in listed


@pytest.mark.parametrize("name", ["ngo-author", "ngo-coordinator"])
def test_images_and_documents_of_others_are_not_offered(
    signed_in: Callable[[str], Client], name: str
) -> None:
    image = get_image_model().objects.first()
    client = signed_in(name)
    for address in ("wagtailimages:index", "wagtailimages_chooser:choose", "wagtaildocs_chooser:choose"):
        assert image.title not in client.get(reverse(address)).content.decode()
    client.post(reverse("wagtailimages:edit", args=[image.pk]), {"title": "Nasze"})
    assert not get_image_model().objects.filter(title="Nasze").exists()


def test_the_groups_stay_the_same_when_the_organisation_is_renamed(own_page: OrganisationPage) -> None:
    organisation = own_page.organisation
    before = ensure_workspace(organisation)
    organisation.name = "Zupełnie inna nazwa"
    organisation.save()
    assert ensure_workspace(organisation) == before


def test_another_organisation_gets_rooms_of_its_own(
    own_page: OrganisationPage, person: Callable[[str], AbstractUser]
) -> None:
    other = Organisation.objects.filter(locale=own_page.locale).exclude(pk=own_page.organisation_id).first()
    first, second = ensure_workspace(own_page.organisation), ensure_workspace(other)
    assert first.collection != second.collection
    assert not set(person("ngo-coordinator").groups.all()) & {second.authors, second.coordinators}


PEOPLE = ["ngo-author", "ngo-coordinator"]


def page_form(**facts: object) -> dict[str, str]:
    return nested_form_data(
        {
            "title": "Czytanie na podwórku",
            "slug": "czytanie-na-podworku",
            "summary": "Czytamy razem.",
            "body": streamfield([]),
            "palette": "river",
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            **facts,
        }
    )


def event_form(**facts: object) -> dict[str, str]:
    day = {"start_date": "20.05.2027", "start_time": "17:00", "end_time": "18:30", "status": "scheduled"}
    return page_form(
        zone="Europe/Warsaw",
        attendance="in_person",
        registration="none",
        occurrences=inline_formset([day]),
        **facts,
    )


def resource_form(**facts: object) -> dict[str, str]:
    return page_form(
        resource_kind="lesson_plan",
        licence="cc-by-4.0",
        note_to_teachers="null",
        files=inline_formset([]),
        **facts,
    )


FORMS = {EventPage: event_form, ResourcePage: resource_form}


def add(client: Client, model: type[Page], parent: Page, **facts: object) -> Page | None:
    url = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    client.post(url, FORMS[model](**facts))
    return model.objects.filter(slug="czytanie-na-podworku").first()


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("model", FORMS)
def test_events_and_resources_are_drafts_of_the_organisation_like_campaigns(
    signed_in: Callable[[str], Client], own_page: OrganisationPage, name: str, model: type[Page]
) -> None:
    other = Organisation.objects.exclude(pk=own_page.organisation_id).first()
    page = add(signed_in(name), model, own_page, organisation=str(other.pk), **{"action-publish": "1"})
    assert page is not None
    assert page.organisation_id == own_page.organisation_id
    assert not page.live


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("model", FORMS)
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
@pytest.mark.parametrize("model", FORMS)
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


def groups_on_first_page(client: Client, panel: str) -> list[Group]:
    panels = client.get(reverse("wagtailadmin_home")).context["panels"]
    return next(found for found in panels if getattr(found, "name", "") == panel).groups


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


def test_the_reason_of_a_refusal_stands_over_the_page(
    signed_in: Callable[[str], Client], own_page: OrganisationPage
) -> None:
    author = signed_in("ngo-author")
    page = add_campaign(author, own_page, **{"action-submit": "1"})
    task = page.current_workflow_task_state
    signed_in("editor").post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", task.pk]),
        {"comment": "Brakuje <dat> spotkań."},
    )
    edit = author.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Brakuje &lt;dat&gt; spotkań." in edit


def test_one_organisation_has_one_workspace_in_whatever_language_it_is_named(
    own_page: OrganisationPage,
) -> None:
    english = Organisation.objects.get(
        translation_key=own_page.organisation.translation_key, locale__language_code="en"
    )
    assert ensure_workspace(english) == ensure_workspace(own_page.organisation)
