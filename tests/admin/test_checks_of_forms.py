"""What the editor is told before readers would miss it: buttons that lead nowhere, pictures that say nothing."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from campaigns.models import CampaignPage
from organisations.models import OrganisationPage
from site_core.blocks.media import DescribedImageBlock
from tests.organisations.forms import campaign_form

pytestmark = pytest.mark.django_db


def add(client: Client, **facts: str) -> CampaignPage | None:
    parent = OrganisationPage.objects.get(locale__language_code="pl")
    url = reverse("wagtailadmin_pages:add", args=["campaigns", "campaignpage", parent.pk])
    client.post(url, campaign_form(**facts))
    return CampaignPage.objects.filter(slug="sasiedzi-czytaja").first()


def test_a_button_needs_a_place_it_leads_to(signed_in: Callable[[str], Client]) -> None:
    author = signed_in("ngo-author")
    words = {"call_to_action": "Przyjdź"}
    assert add(author, **words, **{"action-submit": "1"}) is None
    assert (
        add(author, **words, call_to_action_url="https://example.org/", **{"action-submit": "1"}) is not None
    )


def test_a_draft_may_lack_it(signed_in: Callable[[str], Client]) -> None:
    assert add(signed_in("ngo-author"), call_to_action="Przyjdź") is not None


def test_a_picture_offers_its_description_and_never_its_title() -> None:
    image = get_image_model().objects.first()
    image.title, image.description = "IMG 2034", ""
    assert image.default_alt_text == ""
    image.description = "Dwie osoby przy stole"
    assert image.default_alt_text == "Dwie osoby przy stole"


@pytest.mark.parametrize("text", ["", "zdjecie.JPG", "file"])
def test_the_name_of_the_file_is_no_alternative_text(text: str) -> None:
    image = get_image_model().objects.first()
    image.contextual_alt_text = image.filename.rpartition(".")[0] if text == "file" else text
    image.decorative = False
    with pytest.raises(ValidationError):
        DescribedImageBlock().clean(image)
    image.contextual_alt_text = "Dwie osoby przy stole"
    assert DescribedImageBlock().clean(image) == image


def test_migrations_do_not_name_our_block() -> None:
    assert DescribedImageBlock().deconstruct() == ImageBlock().deconstruct()
