"""Language versions that are still drafts: withdrawn with the rest, so that nobody finishes one without knowing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from site_core.media.models import SiteDocument
from site_core.translation.withdrawing import withdraw as module
from site_core.translation.withdrawing.files import files_of
from site_core.translation.withdrawing.put_back import put_back
from tests.site_core.translation.withdrawing.conftest import Withdraw, public_in, version_in

pytestmark = pytest.mark.django_db

SAID = "Wycofane ze wszystkich języków"


@pytest.fixture
def draft(campaign: Page) -> Page:
    """A Ukrainian version nobody has published."""
    version_in(campaign, "uk").unpublish()
    return version_in(campaign, "uk")


def said_over(client: Client, page: Page) -> str:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


@pytest.mark.slow
def test_who_opens_the_draft_is_told_until_the_withdrawal_is_undone(
    campaign: Page, draft: Page, withdrawn: Withdraw, editor: AbstractUser, signed_in: Callable[[str], Client]
) -> None:
    record, client = withdrawn(campaign), signed_in("editor")
    assert SAID in said_over(client, draft)
    put_back(record, editor)
    assert SAID not in said_over(client, draft)
    assert "uk" not in public_in(campaign)


def test_its_files_answer_again_once_it_is_published(
    campaign: Page, draft: Page, withdrawn: Withdraw, reader: Client
) -> None:
    file = next(file for file in files_of([campaign.translation_key]).going if isinstance(file, SiteDocument))
    draft.aim = f'{draft.aim}<p><a linktype="document" id="{file.pk}">x</a></p>'
    draft.save_revision()
    withdrawn(campaign)
    assert reader.get(file.url).status_code == 410
    version_in(campaign, "uk").get_latest_revision().publish()
    assert reader.get(file.url).status_code == 200


def test_a_draft_that_somebody_publishes_at_that_moment_waits_or_goes_with_the_rest(
    campaign: Page, draft: Page, withdrawn: Withdraw, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its row is locked with the others; what was faster is taken down."""
    locked: list[int] = []
    real = module._lock

    def publish_before(pages: list[int], *args: Any) -> None:
        draft.save_revision().publish()
        locked.extend(pages)
        real(pages, *args)

    monkeypatch.setattr(module, "_lock", publish_before)
    withdrawn(campaign)
    assert draft.pk in locked
    assert public_in(campaign) == set()
