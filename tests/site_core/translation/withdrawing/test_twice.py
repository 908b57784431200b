"""Withdrawn, mended and published, withdrawn again: an old record brings back nothing that a newer one took away."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from site_core.media.models import SiteDocument
from site_core.translation.withdrawing.names import PUT_BACK, WITHDRAWALS
from site_core.translation.withdrawing.put_back import Left, put_back
from site_core.translation.withdrawing.record import Record
from tests.site_core.translation.withdrawing.conftest import Withdraw, public_in, version_in

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]


def published_by_hand(page: Page, codes: set[str], without_files: bool = False) -> None:
    for code in sorted(codes):
        version = version_in(page, code)
        if without_files:
            kept = [block for block in version.body.get_prep_value() if block["type"] != "file_list"]
            version.body = version.body.stream_block.to_python(kept)
        version.save_revision().publish()


def is_offered(client: Client, record: Record) -> bool:
    return reverse(PUT_BACK, args=[record.number]) in client.get(reverse(WITHDRAWALS)).content.decode()


def states(client: Client, query: str = "") -> list[str]:
    soup = BeautifulSoup(client.get(f"{reverse(WITHDRAWALS)}{query}").content, "html.parser")
    return [row.select("td")[-1].get_text(" ", strip=True) for row in soup.select("table.listing tbody tr")]


@pytest.mark.slow
def test_an_older_withdrawal_does_not_bring_back_what_a_newer_one_took_away(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser, signed_in: SignIn
) -> None:
    codes, client = public_in(campaign), signed_in("editor")
    first = withdrawn(campaign)
    published_by_hand(campaign, codes)
    second = withdrawn(campaign)
    assert not is_offered(client, first)
    assert is_offered(client, second)
    asked = client.get(reverse(PUT_BACK, args=[first.number])).content.decode()
    assert 'class="withdrawing-versions"' not in asked
    outcome = put_back(first, editor)
    assert {left.why for left in outcome.left} == {Left.SUPERSEDED}
    assert public_in(campaign) == set()
    assert is_offered(client, second)
    assert put_back(second, editor).left == []
    assert public_in(campaign) == codes


@pytest.mark.slow
def test_what_was_published_and_unpublished_by_hand_does_not_come_back_in_its_old_words(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser, signed_in: SignIn
) -> None:
    codes = public_in(campaign)
    record = withdrawn(campaign)
    published_by_hand(campaign, {"uk"})
    version_in(campaign, "uk").unpublish()
    outcome = put_back(record, editor)
    assert [(left.language.code, left.why) for left in outcome.left] == [("uk", Left.SUPERSEDED)]
    assert public_in(campaign) == codes - {"uk"}


@pytest.mark.slow
def test_a_file_that_was_taken_out_on_purpose_stays_away(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser, reader: Client
) -> None:
    """The pages are public again without it, whatever becomes of the record."""
    codes = public_in(campaign)
    record = withdrawn(campaign)
    published_by_hand(campaign, codes, without_files=True)
    away = list(SiteDocument.objects.filter(withheld_by=record.number))
    assert away
    put_back(record, editor)
    assert {reader.get(file.url).status_code for file in away} == {410}


@pytest.mark.slow
def test_the_report_tells_what_is_public_again_and_what_was_withdrawn_again(
    campaign: Page, withdrawn: Withdraw, signed_in: SignIn
) -> None:
    codes, client = public_in(campaign), signed_in("editor")
    record = withdrawn(campaign)
    published_by_hand(campaign, codes - {"uk"})
    assert is_offered(client, record)
    published_by_hand(campaign, {"uk"})
    assert not is_offered(client, record)
    assert states(client) == states(client, "?state=public") == ["Znów publiczne"]
    assert states(client, "?state=standing") == []
    withdrawn(campaign)
    assert states(client)[1:] == states(client, "?state=superseded") == ["Później wycofane ponownie"]
    assert len(states(client, "?state=standing")) == 1


@pytest.mark.slow
def test_languages_that_the_newer_withdrawal_found_withdrawn_already_come_back_after_it(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser, signed_in: SignIn
) -> None:
    """Only Polish was mended and published meanwhile; the others belong to the first record, as before."""
    codes, client = public_in(campaign), signed_in("editor")
    first = withdrawn(campaign)
    published_by_hand(campaign, {"pl"})
    second = withdrawn(campaign)
    assert not is_offered(client, first)
    put_back(second, editor)
    assert public_in(campaign) == {"pl"}
    assert is_offered(client, first)
    put_back(first, editor)
    assert public_in(campaign) == codes
