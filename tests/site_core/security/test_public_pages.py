"""The real pages, one by one: nobody is marked, nothing foreign is fetched, and a preview is as strict as the page."""

import re
from collections.abc import Callable, Mapping

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from site_core.security.policies import PREVIEW, PUBLIC, header_value
from tests.public_answers import Answer

pytestmark = pytest.mark.django_db

INLINE = re.compile(r"<style\b|\sstyle=|\son[a-z]+=\"|javascript:", re.IGNORECASE)
FETCHED = re.compile(
    r"<(?:link|script|img|iframe|source|video|audio|object|embed)\b[^>]*?(?:src|href)=\"([^\"]*)\""
)


def test_every_public_page_marks_nobody_and_may_be_kept(public_answers: Mapping[str, Answer]) -> None:
    assert public_answers
    for address, response in public_answers.items():
        assert response.status_code == 200, address
        assert not response.cookies, address
        assert "cookie" not in response.headers.get("Vary", "").lower(), address
        assert response.headers["Cache-Control"].startswith("public, max-age=60"), address
        assert response.headers["Content-Security-Policy"] == header_value(PUBLIC), address


def test_every_public_page_keeps_to_its_policy(public_answers: Mapping[str, Answer]) -> None:
    for address, response in public_answers.items():
        html = response.text
        assert not INLINE.search(html), (address, INLINE.search(html))
        for script in re.findall(r"<script\b[^>]*>", html):
            assert " src=" in script or 'type="application/' in script, (address, script)
        foreign = [found for found in FETCHED.findall(html) if found.startswith(("http", "//", "data:"))]
        assert all(is_a_reference(html, found) for found in foreign), (address, foreign)


def is_a_reference(html: str, address: str) -> bool:
    """`<link rel="canonical">` and its like name an address; nothing is fetched."""
    named = re.findall(r"<link\b[^>]*\brel=\"(?:canonical|alternate|license)\"[^>]*>", html)
    return any(f'"{address}"' in link for link in named)


def test_a_private_page_is_kept_by_nobody(reader: Client, demo_page: Callable[..., Page]) -> None:
    page = demo_page("Słyszę? Reaguję.")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    response = reader.get(page.get_url())
    assert response.status_code != 200
    assert "public" not in response.headers["Cache-Control"]


def test_a_preview_is_as_strict_as_the_page_and_framed_by_the_editor_alone(
    admin_client: Client, demo_page: Callable[..., Page]
) -> None:
    page = demo_page("Słyszę? Reaguję.")
    response = admin_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert response.status_code == 200
    assert response.headers["Content-Security-Policy"] == header_value(PREVIEW)
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in response.headers["Cache-Control"]
    assert PREVIEW["frame-ancestors"] == ("'self'",)
    assert {name: sources for name, sources in PREVIEW.items() if PUBLIC[name] != sources} == {
        "frame-ancestors": ("'self'",)
    }


def test_the_page_itself_stays_unframed_for_an_editor(
    admin_client: Client, demo_page: Callable[..., Page]
) -> None:
    response = admin_client.get(demo_page("Słyszę? Reaguję.").get_url())
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert "no-store" in response.headers["Cache-Control"]
