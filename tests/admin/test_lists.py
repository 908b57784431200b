"""Lists of pages and of the vocabulary: what they show, what they filter, that they do not grow in queries."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from campaigns.models import CampaignPage
from campaigns.wagtail_hooks import in_state
from events.models import EventPage
from programme.models import Topic
from resources.models import ResourcePage
from tests.organisations import actions

pytestmark = pytest.mark.django_db

LISTS = ["campaigns:index", "resources:index", "events:index", "overdue:index"]


def shown(client: Client, name: str, **query: str) -> list:
    return list(client.get(reverse(name), query).context["object_list"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "model"),
    [("campaigns:index", CampaignPage), ("resources:index", ResourcePage), ("events:index", EventPage)],
)
def test_all_languages_are_in_one_list_and_can_be_told_apart(
    signed_in: Callable[[str], Client], name: str, model: type
) -> None:
    editor = signed_in("editor")
    every = shown(editor, name)
    assert len(every) == min(model.objects.count(), 50)
    ukrainian = shown(editor, name, locale="uk")
    assert {page.locale.language_code for page in ukrainian} == {"uk"}
    text = editor.get(reverse(name)).content.decode()
    assert '<bdi lang="uk">Українська</bdi>' in text


@pytest.mark.parametrize("state", CampaignPage.State.values)
def test_campaigns_by_state(signed_in: Callable[[str], Client], state: str) -> None:
    found = shown(signed_in("editor"), "campaigns:index", state=state)
    assert {page.pk for page in found} == {
        page.pk for page in CampaignPage.objects.all() if page.state == state
    }


@pytest.mark.parametrize("days", [-1, 0, 1, 40])
def test_the_question_to_the_database_agrees_with_the_page(days: int) -> None:
    campaign = actions.campaign("pl")
    day = campaign.starts_on + datetime.timedelta(days=days)
    state = campaign.state_on(day)
    assert CampaignPage.objects.filter(in_state(state, day), pk=campaign.pk).exists()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["resources:index", "events:index"])
def test_published_and_drafts(signed_in: Callable[[str], Client], name: str) -> None:
    editor = signed_in("editor")
    page = shown(editor, name, locale="pl", published="live")[0]
    page.unpublish()
    assert page.pk in [row.pk for row in shown(editor, name, published="draft")]
    assert page.pk not in [row.pk for row in shown(editor, name, published="live")]


def test_events_that_are_off_and_to_come(signed_in: Callable[[str], Client]) -> None:
    editor = signed_in("editor")
    cancelled = shown(editor, "events:index", plan="cancelled", locale="uk")
    assert cancelled, "dates stand on the Polish page, and count in every language"
    assert all(any(date.status == "cancelled" for date in event.dates) for event in cancelled)
    now = timezone.now()
    for event in shown(editor, "events:index", when="past"):
        assert all(date.ends < now for date in event.dates)


def test_overdue_pages_of_every_type(signed_in: Callable[[str], Client]) -> None:
    editor = signed_in("editor")
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    overdue = [actions.campaign("pl"), ResourcePage.objects.filter(live=True).first()]
    for page in overdue:
        type(page).objects.filter(pk=page.pk).update(review_by=yesterday)
    assert {page.pk for page in overdue} <= {page.pk for page in shown(editor, "overdue:index")}
    for page in overdue:
        assert page.pk in [
            row.pk for row in shown(editor, "campaigns:index", review="overdue")
        ] or isinstance(page, ResourcePage)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("query", [{}, {"q": "a"}, {"locale": "tlh"}, {"ordering": "nonsense"}, {"p": "999"}])
def test_lists_stand_what_people_type(
    signed_in: Callable[[str], Client], name: str, query: dict[str, str]
) -> None:
    assert signed_in("editor").get(reverse(name), query).status_code in (200, 404)


@pytest.mark.slow
def test_the_vocabulary_leads_to_the_editor_only_in_ones_own_languages(
    signed_in: Callable[[str], Client], locale: Callable[[str], Locale]
) -> None:
    viewset, translator = Topic.snippet_viewset, signed_in("translator-uk")
    for code, view in (("uk", "edit"), ("en", "inspect"), ("pl", "inspect")):
        topic = Topic.objects.get(locale=locale(code), slug="witness")
        listed = translator.get(reverse(viewset.get_url_name("list")), {"locale": code})
        text = listed.content.decode()
        assert reverse(viewset.get_url_name(view), args=[topic.pk]) in text
        if view == "inspect":
            assert reverse(viewset.get_url_name("edit"), args=[topic.pk]) not in text


def test_organisations_are_chosen_by_the_row_pages_refer_to(signed_in: Callable[[str], Client]) -> None:
    from organisations.models import Organisation

    url = reverse(Organisation.snippet_viewset.chooser_viewset.get_url_name("choose"))
    names = [str(row) for row in signed_in("editor").get(url).context["results"]]
    polish = Organisation.objects.filter(locale__language_code="pl")
    assert sorted(names) == sorted(str(row) for row in polish)
