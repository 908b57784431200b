"""What the demonstration's events say of signing up is true: the site has no sign-up yet."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from events.models import EventPage, Registration
from site_core.languages.addresses import page_address

pytestmark = pytest.mark.django_db

INVITES = {Registration.OPEN, Registration.GROUP, Registration.WAITING_LIST}
WORKSHOP = "warsztat-dla-rodzicow-dziecko-w-sieci-i-hejt"


def test_no_event_invites_to_sign_up_where_nobody_can() -> None:
    events = EventPage.objects.live()
    assert {event.slug for event in events if event.registration in INVITES} == set()
    assert events.filter(registration=Registration.NOT_YET).exists()


def test_the_facts_and_the_note_of_an_event_agree(reader: Client) -> None:
    event = EventPage.objects.get(slug=WORKSHOP, locale__language_code="pl")
    page = BeautifulSoup(reader.get(page_address(event)).content, "html.parser")
    assert "Zapisów jeszcze nie ma" in page.select_one(".facts").text
    assert "Zapisów jeszcze nie ma" in page.select_one(".kicker").text
    assert "nie ma jeszcze gdzie się zapisać" in page.select_one("main").text
    assert "Zapisy trwają" not in page.text
