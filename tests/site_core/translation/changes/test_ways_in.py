"""Where somebody finds a translation that is behind, one click leads to what changed."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation

from site_core.translation.changes.names import changes_url
from tests.organisations import actions
from tests.site_core.translation.changes.changing import change, change_body, rewrite, set_summary
from tests.site_core.translation.changes.screen import fill

pytestmark = pytest.mark.django_db


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_first_page(translator: Client, ukrainian: Translation) -> None:
    assert changes_url(ukrainian.pk) not in translator.get(reverse("wagtailadmin_home")).content.decode()
    change_body(rewrite)
    assert (
        f'href="{changes_url(ukrainian.pk)}"' in translator.get(reverse("wagtailadmin_home")).content.decode()
    )


@pytest.mark.slow
def test_who_publishes_a_public_page_comes_to_what_changes_for_readers(
    editor: Client, translator: Client, ukrainian: Translation
) -> None:
    change(set_summary("Nowe zdanie."))
    fill(translator, ukrainian, {"summary": "Нове речення."})
    assert f'href="{changes_url(ukrainian.pk)}"' in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_who_publishes_a_new_page_comes_to_all_of_it(editor: Client, ukrainian: Translation) -> None:
    actions.campaign("uk").unpublish()
    first_page = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert f'href="{edit(actions.campaign("uk"))}"' in first_page
    assert changes_url(ukrainian.pk) not in first_page


@pytest.mark.slow
def test_the_board(translator: Client, ukrainian: Translation) -> None:
    def cell(code: str) -> str:
        board = translator.get(reverse("translations_board"), {"q": actions.campaign("pl").title})
        (row,) = board.context["object_list"]
        return row.cells[code].url

    assert cell("uk") == edit(actions.campaign("uk"))
    change_body(rewrite)
    assert cell("uk") == changes_url(ukrainian.pk)
    assert cell("en") != changes_url(actions.translation("en").pk), "another language is not theirs to change"


def test_a_version_that_is_written_has_no_such_way(editor: Client) -> None:
    """Easy Polish, and a translation that somebody ended."""
    Translation.objects.filter(pk=actions.translation("uk").pk).update(enabled=False)
    change_body(rewrite)
    (row,) = editor.get(reverse("translations_board"), {"q": actions.campaign("pl").title}).context[
        "object_list"
    ]
    assert row.cells["uk"].url == edit(actions.campaign("uk"))


@pytest.mark.slow
def test_the_translation_editor_says_how_many(translator: Client, ukrainian: Translation) -> None:
    def page() -> str:
        return translator.get(
            edit(actions.campaign("uk")), headers={"accept-language": "en"}
        ).content.decode()

    assert changes_url(ukrainian.pk) not in page()
    change_body(rewrite)
    assert f'href="{changes_url(ukrainian.pk)}">Show only what changed (1)</a>' in page()
    ukrainian.source.update_from_db()
    assert f'href="{changes_url(ukrainian.pk)}">Show only what changed (1)</a>' in page()
    actions.campaign("uk").unpublish()
    assert changes_url(ukrainian.pk) not in page(), "of a page that nobody has read yet, all of it is new"
