"""Reports, Withdrawn pages: what one looks after, and nothing of others."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from site_core.translation.withdrawing.names import PUT_BACK, WITHDRAWALS
from site_core.translation.withdrawing.record import is_put_back
from tests.site_core.translation.withdrawing.conftest import Withdraw, public_in, version_in

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
OWN = "Fundacja Zustricz – Klub Ukraiński w Krakowie"


def rows(client: Client, query: str = "") -> list[str]:
    answer = client.get(f"{reverse(WITHDRAWALS)}{query}")
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.content, "html.parser")
    return [cell.get_text(" ", strip=True) for cell in soup.select("table.listing tbody td.title")]


@pytest.mark.slow
def test_the_office_finds_all_and_an_organisation_its_own(
    signed_in: SignIn, campaign: Page, demo_page: Callable[..., Page], withdrawn: Withdraw
) -> None:
    assert rows(signed_in("editor")) == []
    withdrawn(campaign)
    withdrawn(demo_page(OWN))
    assert rows(signed_in("editor")) == [OWN, campaign.title]
    for name in ("ngo-author", "ngo-coordinator"):
        assert rows(signed_in(name)) == [OWN], name
    assert rows(signed_in("translator-uk"))[-1:] == [campaign.title]
    assert signed_in("viewer").get(reverse(WITHDRAWALS)).status_code in (302, 403)


@pytest.mark.slow
def test_one_sees_it_in_the_menu_and_can_undo_it_only_with_the_right_to(
    signed_in: SignIn, demo_page: Callable[..., Page], withdrawn: Withdraw
) -> None:
    record = withdrawn(demo_page(OWN))
    back = reverse(PUT_BACK, args=[record.number])
    for name, may in (("editor", True), ("ngo-coordinator", False), ("ngo-author", False)):
        client = signed_in(name)
        assert reverse(WITHDRAWALS) in client.get(reverse("wagtailadmin_home")).content.decode()
        assert (back in client.get(reverse(WITHDRAWALS)).content.decode()) is may, name
        assert (client.get(back).status_code == 200) is may, name


def test_a_withdrawal_of_others_is_not_there(signed_in: SignIn, campaign: Page, withdrawn: Withdraw) -> None:
    record = withdrawn(campaign)
    back = reverse(PUT_BACK, args=[record.number])
    for method in ("get", "post"):
        assert getattr(signed_in("ngo-coordinator"), method)(back).status_code == 404
    assert (
        signed_in("editor").get(reverse(PUT_BACK, args=["0" * 8 + "-0000-4000-8000-" + "0" * 12])).status_code
        == 404
    )


@pytest.mark.slow
def test_it_can_be_narrowed_and_taken_along(
    signed_in: SignIn, campaign: Page, demo_page: Callable[..., Page], withdrawn: Withdraw
) -> None:
    client = signed_in("editor")
    record = withdrawn(campaign)
    client.post(reverse(PUT_BACK, args=[record.number]))
    withdrawn(demo_page(OWN))
    assert rows(client, "?state=standing") == [OWN]
    assert rows(client, "?state=back") == [campaign.title]
    assert rows(client, "?reason=personal_data") == [OWN, campaign.title]
    assert rows(client, "?reason=law") == []
    table = client.get(f"{reverse(WITHDRAWALS)}?export=csv")
    text = b"".join(table.streaming_content).decode() if table.streaming else table.content.decode()
    assert campaign.title in text
    assert "Dane osobowe" in text
    assert client.get(f"{reverse(WITHDRAWALS)}?export=xlsx").status_code == 200


@pytest.mark.slow
def test_a_page_that_was_deleted_since_is_still_told(
    signed_in: SignIn, campaign: Page, withdrawn: Withdraw
) -> None:
    withdrawn(campaign)
    campaign.delete()
    assert [row.split(" usu")[0] for row in rows(signed_in("editor"))] == [campaign.title]


@pytest.mark.slow
def test_ten_rows_cost_what_one_costs(
    signed_in: SignIn, campaign: Page, demo_page: Callable[..., Page], withdrawn: Withdraw
) -> None:
    client = signed_in("editor")

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(WITHDRAWALS))
        return len(queries)

    withdrawn(campaign)
    cost()
    one = cost()
    for title in (OWN, "Klasa dialogu", "Mówię po swojemu"):
        withdrawn(demo_page(title))
    assert cost() == one


@pytest.mark.slow
def test_a_record_without_public_pages_is_put_back_by_nobody(
    signed_in: SignIn, campaign: Page, withdrawn: Withdraw
) -> None:
    """Only what would have been published by itself was stopped: there is no page to ask the right of."""
    for code in public_in(campaign):
        version_in(campaign, code).unpublish()
    page = version_in(campaign, "uk")
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    record = withdrawn(campaign)
    back = reverse(PUT_BACK, args=[record.number])
    assert rows(signed_in("translator-uk")) == [campaign.title]
    for name in ("translator-uk", "editor"):
        assert back not in signed_in(name).get(reverse(WITHDRAWALS)).content.decode()
        assert signed_in(name).get(back).status_code in (302, 403)
        signed_in(name).post(back)
    assert not is_put_back(record)
