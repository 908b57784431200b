"""What editors see beside the editor: sizes, a right-to-left frame, easy language, and the checks."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from site_core.admin.content_checks import ContentChecks
from site_core.languages.addresses import page_address
from site_core.previews import EASY, RIGHT_TO_LEFT
from site_core.querysets import published_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_easy_language(db: None) -> Page:
    """A Polish page that has an easy sister."""
    easy = published_pages().filter(locale__language_code="pl-simple", depth__gt=2).first()
    return Page.objects.get(translation_key=easy.translation_key, locale__language_code="pl").specific


def served(page: Page, mode: str, user: object) -> str:
    """The page as the preview shows it to this person."""
    answer = page.make_preview_request(preview_mode=mode, extra_request_attrs={"user": user})
    return answer.content.decode()


def test_three_sizes(demo_page: Callable[..., Page]) -> None:
    sizes = {size["name"]: size["device_width"] for size in demo_page("Słyszę? Reaguję.").preview_sizes}
    assert sizes == {"mobile": 375, "tablet": 768, "desktop": 1280}


def test_a_frame_read_from_right_to_left(demo_page: Callable[..., Page], person: Callable) -> None:
    page = demo_page("Słyszę? Reaguję.")
    assert '<html lang="pl" dir="ltr"' in served(page, "", person("editor"))
    mirrored = served(page, RIGHT_TO_LEFT, person("editor"))
    assert 'dir="rtl"' in mirrored
    assert page.title in mirrored


def test_a_page_read_from_right_to_left_needs_no_such_mode() -> None:
    arabic = Page.objects.get(locale__language_code="ar", depth=2).specific
    assert RIGHT_TO_LEFT not in dict(arabic.preview_modes)


def test_easy_language_where_there_is_a_sister(in_easy_language: Page, person: Callable) -> None:
    assert EASY in dict(in_easy_language.preview_modes)
    text = served(in_easy_language, EASY, person("editor"))
    assert '<html lang="pl-simple"' in text
    sister = in_easy_language.easy_version
    sister.unpublish()
    again = Page.objects.get(pk=in_easy_language.pk).specific
    assert EASY not in dict(again.preview_modes)


def test_a_preview_carries_the_checks_and_a_public_page_does_not(
    demo_page: Callable[..., Page], signed_in: Callable[[str], Client]
) -> None:
    page, editor = demo_page("Słyszę? Reaguję."), signed_in("editor")
    draft = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "wagtail-userbar" in draft.content.decode()
    assert "wagtail-userbar" not in editor.get(page_address(page)).content.decode()


@pytest.mark.slow
def test_the_checks_know_about_pictures_headings_and_links(
    demo_page: Callable[..., Page], signed_in: Callable[[str], Client]
) -> None:
    rules = set(ContentChecks.axe_run_only)
    assert {"image-alt", "heading-order", "empty-heading", "link-name", "page-has-heading-one"} <= rules
    assert set(ContentChecks.axe_messages) <= rules
    edit = reverse("wagtailadmin_pages:edit", args=[demo_page("Słyszę? Reaguję.").pk])
    text = signed_in("editor").get(edit).content.decode()
    assert "identical-links-same-purpose" in text
