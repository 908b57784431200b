"""The doors of wagtail-localize: each has a keeper, and none lets half a translation or an alias out."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import Locale, Page
from wagtail_localize.locales.components import get_locale_components
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation, TranslationSource

from campaigns.models import CampaignPage
from programme.models import Topic
from site_core.translation.doors import ELSEWHERE, KEEPERS
from tests.organisations import actions

pytestmark = pytest.mark.django_db


def names(patterns: list, namespace: str = "") -> Iterator[str]:
    for entry in patterns:
        if isinstance(entry, URLPattern) and entry.name:
            yield f"{namespace}{entry.name}"
        if isinstance(entry, URLResolver):
            inner = f"{entry.namespace}:" if entry.namespace else ""
            yield from names(entry.url_patterns, namespace + inner)


def test_every_door_has_a_keeper_and_every_keeper_a_door() -> None:
    """A view that comes with a new wagtail-localize is shut until somebody decides who may pass."""
    known = set(names(get_resolver().url_patterns))
    assert {name for name in known if name.startswith("wagtail_localize:")} == set(KEEPERS)
    assert set(ELSEWHERE) <= known


def test_half_a_translation_is_not_published(signed_in: Callable[[str], Client]) -> None:
    segment = actions.summary_segment("uk")
    StringTranslation.objects.filter(
        translation_of=segment.string, context=segment.context, locale__language_code="uk"
    ).delete()
    before = actions.campaign("uk").latest_revision_id
    edit = reverse("wagtailadmin_pages:edit", args=[actions.campaign("uk").pk])
    answer = signed_in("editor").post(edit, {"action": "publish"}, follow=True)
    assert actions.campaign("uk").latest_revision_id == before
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]


def test_half_a_snippet_is_not_published(signed_in: Callable[[str], Client]) -> None:
    topic = Topic.objects.get(locale__language_code="uk", slug="witness")
    StringTranslation.objects.filter(
        context__object_id=topic.translation_key, locale__language_code="uk"
    ).delete()
    assert not actions.publish_topic(signed_in("editor"), "uk")


def test_bringing_up_to_date_publishes_nothing(signed_in: Callable[[str], Client]) -> None:
    """The tick that wagtail-localize offers would show Polish on every translation (stack.md, T2)."""
    polish = actions.campaign("pl")
    polish.summary = "Zmienione po polsku."
    polish.save_revision().publish()
    source = TranslationSource.objects.get(object_id=polish.translation_key)
    revisions = {code: actions.campaign(code).latest_revision_id for code in ("uk", "en")}
    signed_in("editor").post(
        reverse("wagtail_localize:update_translations", args=[source.pk]), {"publish_translations": "on"}
    )
    total, translated = actions.translation("uk").get_progress()
    assert total - translated == 1, "the translators have the new text"
    assert {code: actions.campaign(code).latest_revision_id for code in ("uk", "en")} == revisions


@pytest.mark.parametrize("name", ["editor", "translator-uk"])
def test_a_translation_without_its_place_is_not_begun(
    signed_in: Callable[[str], Client], locale: Callable[[str], Locale], name: str
) -> None:
    """wagtail-localize would make public aliases of the pages above (stack.md, T4)."""
    page = actions.untranslated_page()
    child = page.add_child(instance=type(page)(title="Pod spodem", summary="Głębiej.", locale=page.locale))
    signed_in(name).post(
        reverse("wagtail_localize:submit_page_translation", args=[child.pk]), {"locales": [locale("uk").pk]}
    )
    assert not child.has_translation(locale("uk"))
    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_a_begun_translation_is_a_draft(
    signed_in: Callable[[str], Client], locale: Callable[[str], Locale]
) -> None:
    page = actions.untranslated_page()
    signed_in("translator-uk").post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [locale("uk").pk]}
    )
    assert not page.get_translation(locale("uk")).live


def test_a_translator_cannot_begin_many_languages_with_one_of_ones_own(
    signed_in: Callable[[str], Client], locale: Callable[[str], Locale]
) -> None:
    page = actions.untranslated_page()
    both = [locale("uk").pk, locale("en").pk]
    signed_in("translator-uk").post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": both}
    )
    assert page.get_translations().count() == 0


def test_somebody_elses_draft_is_not_to_be_translated(
    signed_in: Callable[[str], Client], locale: Callable[[str], Locale]
) -> None:
    page = actions.untranslated_page()
    page.unpublish()
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    answer = signed_in("translator-uk").post(address, {"locales": [locale("uk").pk]}, follow=True)
    assert not page.has_translation(locale("uk"))
    assert page.title not in answer.content.decode()


def test_a_translator_does_not_write_a_page_that_has_no_source(signed_in: Callable[[str], Client]) -> None:
    Translation.objects.update(enabled=False)
    assert not actions.open_editor(signed_in("translator-uk"), "uk")
    assert actions.open_editor(signed_in("editor"), "uk")


def test_a_passage_carries_no_markup_that_its_field_would_not_allow(
    signed_in: Callable[[str], Client],
) -> None:
    """What a translator types, or a PO file brings, ends up in rich text: no script may come with it."""
    segment = actions.translation("uk").source.stringsegment_set.filter(context__path="aim").first()
    url = reverse("wagtail_localize:edit_string_translation", args=[actions.translation("uk").pk, segment.pk])
    for evil in (
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
    ):
        signed_in("translator-uk").put(url, f"value={evil}", content_type="application/x-www-form-urlencoded")
        assert StringTranslation.objects.get(
            translation_of=segment.string, context=segment.context, locale__language_code="uk"
        ).has_error, evil


def test_copying_offers_no_alias_and_makes_none(signed_in: Callable[[str], Client]) -> None:
    editor, page = signed_in("editor"), actions.campaign("pl")
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    assert 'name="alias"' not in editor.get(url).content.decode()
    facts = {
        "new_title": "Kopia",
        "new_slug": "kopia",
        "new_parent_page": page.get_parent().pk,
        "alias": "on",
    }
    editor.post(url, facts)
    assert CampaignPage.objects.get(slug="kopia").alias_of_id is None


def test_a_language_cannot_be_synchronised_from_another(signed_in: Callable[[str], Client]) -> None:
    assert LocaleSynchronization not in [component["model"] for component in get_locale_components()]
    answer = signed_in("administrator").get(reverse("wagtaillocales:add"))
    assert "sync_from" not in answer.content.decode()


@pytest.mark.slow
@pytest.mark.parametrize("enabled", [True, False])
def test_the_editor_of_a_translation_offers_no_alias(
    signed_in: Callable[[str], Client], enabled: bool
) -> None:
    """Neither wagtail-localize's editor nor Wagtail's own, once the translation was stopped."""
    Translation.objects.update(enabled=enabled)
    edit = reverse("wagtailadmin_pages:edit", args=[actions.campaign("uk").pk])
    text = signed_in("editor").get(edit).content.decode()
    assert "localize-convert-to-alias" not in text
    assert "convert_to_alias" not in text


@pytest.mark.slow
def test_a_translator_is_not_offered_to_end_the_translation(signed_in: Callable[[str], Client]) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[actions.campaign("uk").pk])
    assert "only-translates" in signed_in("translator-uk").get(edit).content.decode()
    assert "only-translates" not in signed_in("editor").get(edit).content.decode()


def test_the_report_shows_nobody_what_they_cannot_find_in_the_tree(
    signed_in: Callable[[str], Client],
) -> None:
    report, title = reverse("wagtail_localize:translations_report"), actions.campaign("uk").title
    assert title in signed_in("translator-uk").get(f"{report}?source_title=Reaguj").content.decode()
    assert title not in signed_in("ngo-author").get(f"{report}?source_title=Reaguj").content.decode()
