"""Every search box of the admin stands what people type into it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import CampaignPage
from organisations.models import Organisation
from programme.models import Topic

pytestmark = pytest.mark.django_db

BOXES = {
    "campaigns": lambda: reverse("campaigns:index"),
    "pages": lambda: reverse("wagtailadmin_explore_root"),
    "topics": lambda: reverse(Topic.snippet_viewset.get_url_name("list")),
    "organisations to choose": lambda: reverse(
        Organisation.snippet_viewset.chooser_viewset.get_url_name("choose")
    ),
    "images": lambda: reverse("wagtailimages:index"),
    "images to choose": lambda: reverse("wagtailimages_chooser:choose"),
    "documents": lambda: reverse("wagtaildocs:index"),
    "all pages": lambda: reverse("wagtailadmin_pages:search"),
    "pages to choose": lambda: reverse("wagtailadmin_choose_page_search"),
}

TYPED = [
    '"',
    'a" OR b',
    "AND NOT (",
    "x" * 10_000,
    "a\x00b",
    "'; --",
    "*",
    "%",
    "a:*|b",
    "\u202eżół",
    "d' | 'a':*",
]


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "typed", ['"', 'a" OR b', "AND NOT (", "x" * 10_000, "a\x00b", "'; --", "*", "%", "a:*|b", "\u202eżół"]
)
def test_anything_typed_is_answered(signed_in: Callable[[str], Client], box: str, typed: str) -> None:
    assert signed_in("editor").get(BOXES[box](), {"q": typed}).status_code == 200


@pytest.mark.slow
def test_what_is_looked_for_is_found_with_and_without_quotes(signed_in: Callable[[str], Client]) -> None:
    editor = signed_in("editor")
    for typed in ("Reaguję", '"Słyszę? Reaguję."'):
        found = editor.get(reverse("campaigns:index"), {"q": typed, "locale": "pl"}).context["object_list"]
        assert [page.slug for page in found] == ["slysze-reaguje"], typed
    assert CampaignPage.objects.filter(locale__language_code="pl").count() > 1
