"""A campaign before, during and after its days, as readers see it; and what its form refuses."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page

from campaigns.models import CampaignPage
from site_core.languages.addresses import page_address

pytestmark = pytest.mark.django_db

State = CampaignPage.State
RESULTS = "Przyszło sto osób."


@pytest.fixture
def campaign(demo_page: Callable[..., Page]) -> CampaignPage:
    page = demo_page("Słyszę? Reaguję.")
    CampaignPage.objects.filter(pk=page.pk).update(
        starts_on=date(2026, 12, 10),
        ends_on=date(2027, 3, 31),
        call_to_action="Zgłoś swoją szkołę",
        call_to_action_page=None,
        call_to_action_url="https://example.org/zgloszenie",
        results=f"<p>{RESULTS}</p>",
    )
    return CampaignPage.objects.get(pk=page.pk)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-12-09T23:30+01:00", State.PLANNED),
        ("2026-12-10T00:30+01:00", State.RUNNING),
        ("2027-03-31T23:30+02:00", State.RUNNING),
        ("2027-04-01T00:30+02:00", State.ENDED),
    ],
)
def test_the_state_changes_at_midnight_in_krakow(campaign: CampaignPage, moment: str, state: State) -> None:
    with time_machine.travel(moment, tick=False):
        assert campaign.state == state


@pytest.mark.parametrize(
    ("moment", "calls", "tells"),
    [("2027-01-10T12:00+01:00", True, False), ("2027-05-10T12:00+02:00", False, True)],
)
def test_a_campaign_calls_while_it_can_be_joined_and_then_tells_what_came_of_it(
    reader: Client, campaign: CampaignPage, moment: str, calls: bool, tells: bool
) -> None:
    with time_machine.travel(moment, tick=False):
        shown = reader.get(page_address(campaign)).content.decode()
    assert ("https://example.org/zgloszenie" in shown) is calls
    assert (RESULTS in shown) is tells


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"ends_on": date(2026, 12, 9)}, "ends_on"),
        ({"call_to_action_page_id": 1}, "call_to_action_url"),
    ],
)
def test_the_form_refuses_what_cannot_be(
    campaign: CampaignPage, facts: dict[str, object], field: str
) -> None:
    for name, value in facts.items():
        setattr(campaign, name, value)
    with pytest.raises(ValidationError) as refused:
        campaign.clean()
    assert set(refused.value.message_dict) == {field}


def test_a_campaign_of_one_day_is_a_campaign(campaign: CampaignPage) -> None:
    campaign.ends_on = campaign.starts_on
    campaign.clean()
    assert campaign.state_on(campaign.starts_on) == State.RUNNING
