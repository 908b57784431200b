"""The forms of pages as a browser sends them, and adding a page by them."""

from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from campaigns.models import CampaignPage
from events.models import EventPage
from resources.models import ResourcePage

SLUG = "sasiedzi-czytaja"


def page_form(**facts: object) -> dict[str, str]:
    return nested_form_data(
        {
            "title": "Sąsiedzi czytają",
            "slug": SLUG,
            "summary": "Czytamy razem.",
            "body": streamfield([]),
            "palette": "river",
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            **facts,
        }
    )


def campaign_form(**facts: object) -> dict[str, str]:
    return page_form(
        lead="Czytamy razem na podwórku.",
        aim="null",
        results="null",
        starts_on="2027-05-01",
        ends_on="2027-06-01",
        **facts,
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


FORMS = {CampaignPage: campaign_form, EventPage: event_form, ResourcePage: resource_form}


def add(client: Client, model: type[Page], parent: Page, **facts: object) -> Page | None:
    """The page that came of sending the form for one below `parent`; None where none did."""
    url = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    client.post(url, FORMS[model](**facts))
    return model.objects.filter(slug=SLUG).first()


def add_campaign(client: Client, parent: Page, **facts: object) -> CampaignPage | None:
    return add(client, CampaignPage, parent, **facts)
