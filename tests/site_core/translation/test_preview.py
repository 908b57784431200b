"""A translator sees the page as readers will: in its own language, as it is translated by now."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

pytestmark = pytest.mark.django_db

HELP = "Gdy to przydarzyło się tobie"


@pytest.fixture
def translation(demo_page: Callable[..., Page]) -> Translation:
    return Translation.objects.get(
        source__object_id=demo_page(HELP).translation_key, target_locale__language_code="uk"
    )


def preview(client: Client, translation: Translation) -> str:
    answer = client.get(reverse("wagtail_localize:preview_translation", args=[translation.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_preview_is_in_the_language_of_the_translation(
    signed_in: Callable[[str], Client], translation: Translation, demo_page: Callable[..., Page]
) -> None:
    html = preview(signed_in("translator-uk"), translation)
    polish, ukrainian = demo_page(HELP), demo_page(HELP, "uk")
    callouts = [page.body.first_block_by_name("callout").value["title"] for page in (polish, ukrainian)]
    cards = [page.body.first_block_by_name("contact_card").value["role"] for page in (polish, ukrainian)]
    assert (callouts[0] in html, callouts[1] in html) == (False, True)
    assert (cards[0] in html, cards[1] in html) == (False, True)


def test_a_preview_shows_what_was_entered_a_moment_ago(
    signed_in: Callable[[str], Client], translation: Translation, demo_page: Callable[..., Page]
) -> None:
    title = demo_page(HELP, "uk").body.first_block_by_name("callout").value["title"]
    entered = StringTranslation.objects.filter(data=title, context__object=translation.source.object)
    assert entered.update(data="Щойно введено.") == 1
    assert "Щойно введено." in preview(signed_in("translator-uk"), translation)
