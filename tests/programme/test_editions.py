"""An edition lists what belongs to it."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from programme.models import ProgrammeEditionPage
from site_core.languages.addresses import page_address

pytestmark = pytest.mark.django_db


def listed(reader: Client, edition: ProgrammeEditionPage) -> set[str]:
    page = BeautifulSoup(reader.get(page_address(edition)).content, "html.parser")
    return {section["aria-labelledby"] for section in page.select("section[aria-labelledby^=listing-]")}


def test_what_runs_now_is_not_shown_under_an_edition_that_has_ended(reader: Client) -> None:
    edition = ProgrammeEditionPage.objects.get(slug="bezpieczny-krakow-2022-2024", locale__language_code="pl")
    assert listed(reader, edition) == {"listing-resources"}
    ProgrammeEditionPage.objects.filter(pk=edition.pk).update(ends_on="2098-12-31")
    assert listed(reader, edition) == {"listing-campaigns", "listing-events", "listing-resources"}
