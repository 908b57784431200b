"""An organisation's rooms: its groups and its collection, one set for each, and what of others is not offered there."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model

from organisations.models import Organisation, OrganisationPage
from organisations.workspaces import ensure_workspace

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["ngo-author", "ngo-coordinator"])
def test_images_and_documents_of_others_are_not_offered(
    signed_in: Callable[[str], Client], name: str
) -> None:
    image = get_image_model().objects.first()
    client = signed_in(name)
    for address in ("wagtailimages:index", "wagtailimages_chooser:choose", "wagtaildocs_chooser:choose"):
        assert image.title not in client.get(reverse(address)).content.decode()
    client.post(reverse("wagtailimages:edit", args=[image.pk]), {"title": "Nasze"})
    assert not get_image_model().objects.filter(title="Nasze").exists()


def test_the_groups_stay_the_same_when_the_organisation_is_renamed(own_page: OrganisationPage) -> None:
    organisation = own_page.organisation
    before = ensure_workspace(organisation)
    organisation.name = "Zupełnie inna nazwa"
    organisation.save()
    assert ensure_workspace(organisation) == before


def test_another_organisation_gets_rooms_of_its_own(
    own_page: OrganisationPage, person: Callable[[str], AbstractUser]
) -> None:
    other = Organisation.objects.filter(locale=own_page.locale).exclude(pk=own_page.organisation_id).first()
    first, second = ensure_workspace(own_page.organisation), ensure_workspace(other)
    assert first.collection != second.collection
    assert not set(person("ngo-coordinator").groups.all()) & {second.authors, second.coordinators}


def test_one_organisation_has_one_workspace_in_whatever_language_it_is_named(
    own_page: OrganisationPage,
) -> None:
    english = Organisation.objects.get(
        translation_key=own_page.organisation.translation_key, locale__language_code="en"
    )
    assert ensure_workspace(english) == ensure_workspace(own_page.organisation)
