"""The directory is found by the institutions it lists, though no editor wrote their names into it."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Page

from campaigns.models import CampaignPage
from programme.models import PartnerInstitution
from site_core.languages.chains import languages_read
from site_core.search.asking.question import question
from site_core.search.results import pages_found

pytestmark = pytest.mark.django_db


def found(text: str, code: str) -> list[int]:
    return [hit.page_id for hit in pages_found(question(text, code), languages_read(code))]


@pytest.mark.parametrize(
    ("code", "asked"), [("pl", "willa decjusza"), ("en", "villa decius"), ("be", "willa decjusza")]
)
def test_an_institution_leads_to_the_directory(demo_page: Callable[..., Page], code: str, asked: str) -> None:
    directory = demo_page("Partnerzy")
    versions = Page.objects.filter(translation_key=directory.translation_key).values_list("pk", flat=True)
    assert found(asked, code)[0] in versions


@pytest.mark.slow
def test_campaigns_are_found_by_the_new_name_of_a_partner_and_of_a_topic(
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    campaign = CampaignPage.objects.live().filter(locale__language_code="pl").exclude(partners=None).first()
    assert campaign is not None
    for row in (campaign.partners.first(), campaign.topics.first()):
        assert campaign.pk not in found("kalarepowa", "pl")
        row.name = "Kalarepowa rzecz"
        with django_capture_on_commit_callbacks(execute=True):
            row.save()
        assert campaign.pk in found("kalarepowa", "pl")
        row.name = "Inna rzecz"
        with django_capture_on_commit_callbacks(execute=True):
            row.save()


def test_a_new_name_is_found_at_once_and_the_old_one_no_more(
    demo_page: Callable[..., Page], django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    directory = demo_page("Partnerzy")
    partner = PartnerInstitution.objects.get(locale__language_code="pl", name__contains="Decjusza")
    assert directory.pk in found("decjusza", "pl")
    partner.name = "Kalarepowa Fundacja"
    with django_capture_on_commit_callbacks(execute=True):
        partner.save()
    assert directory.pk in found("kalarepowa", "pl")
    with django_capture_on_commit_callbacks(execute=True):
        partner.delete()
    assert directory.pk not in found("kalarepowa", "pl")
