"""Files that the admin closes or opens together, without a word from the files themselves."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, Page

from site_core.models import SearchEntryFile
from tests.site_core.search.test_files_found import Committed, Offer, committed, offer, polish
from tests.site_core.search.test_indexing import found

__all__ = ["committed", "offer", "polish"]  # fixtures: found by their names here

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed() -> Collection:
    collection = Collection.get_first_root_node().add_child(name="Dla swoich")
    login = CollectionViewRestriction.LOGIN
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=login)
    return collection


@pytest.fixture
def administrator(admin_user: object) -> Client:
    client = Client()
    client.force_login(admin_user)
    return client


@pytest.mark.slow
def test_files_moved_together_into_a_closed_collection_are_not_found(
    polish: Page, offer: Offer, closed: Collection, administrator: Client, committed: Committed
) -> None:
    document = offer("Kalarepa na grządce")
    assert found("kalarepa") == [polish.pk]
    action = reverse("wagtail_bulk_action", args=["site_core", "sitedocument", "add_to_collection"])

    def move_to(collection: Collection) -> None:
        with committed():
            answer = administrator.post(f"{action}?id={document.pk}", {"collection": collection.pk})
        assert answer.status_code == 302

    move_to(closed)
    assert found("kalarepa") == []
    assert not SearchEntryFile.objects.filter(document=document).exists()
    move_to(Collection.get_first_root_node())
    assert found("kalarepa") == [polish.pk]


@pytest.mark.slow
def test_files_of_a_collection_moved_below_a_closed_one_are_not_found(
    polish: Page, offer: Offer, closed: Collection, administrator: Client, committed: Committed
) -> None:
    document = offer("Kalarepa na grządce")
    above = Collection.get_first_root_node().add_child(name="Lekcje")
    with committed():
        document.collection = above.add_child(name="Klasa 7")
        document.save()
    assert found("kalarepa") == [polish.pk]

    def move_below(collection: Collection) -> None:
        with committed():
            answer = administrator.post(
                reverse("wagtailadmin_collections:edit", args=[above.pk]),
                {"name": "Lekcje", "parent": collection.pk},
            )
        assert answer.status_code == 302

    move_below(closed)
    assert found("kalarepa") == []
    move_below(Collection.get_first_root_node())
    assert found("kalarepa") == [polish.pk]
