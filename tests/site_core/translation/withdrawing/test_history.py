"""Wagtail's history of each version tells of the withdrawal and of the way back."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from site_core.translation.withdrawing.put_back import put_back
from tests.site_core.translation.withdrawing.conftest import Withdraw, public_in, version_in

pytestmark = pytest.mark.django_db

WITHDRAWN = ("Wycofane ze wszystkich języków", "Wycofane razem z inną stroną")


@pytest.mark.slow
def test_every_version_tells_both_once(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser, signed_in: Callable[[str], Client]
) -> None:
    """Wagtail shows one entry of each kind for each `uuid`, whichever page it is on."""
    codes, client = public_in(campaign), signed_in("editor")
    put_back(withdrawn(campaign), editor)
    told = {}
    for code in codes:
        address = reverse("wagtailadmin_pages:history", args=[version_in(campaign, code).pk])
        text = BeautifulSoup(client.get(address).content, "html.parser").select_one("main").get_text(" ")
        told[code] = (sum(text.count(words) for words in WITHDRAWN), text.count("Przywrócone tak, jak było"))
    assert told == dict.fromkeys(codes, (1, 1))
