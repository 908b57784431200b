"""Undo: exactly what was public comes back, nothing more, and what cannot is told by name."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from site_core.languages.addresses import page_address
from site_core.media.models import SiteDocument
from site_core.models import VersionFreshness
from site_core.translation.withdrawing.files import files_of
from site_core.translation.withdrawing.put_back import Done, Left, NotAllowed, put_back
from tests.site_core.translation.withdrawing.conftest import Withdraw, public_in, version_in

pytestmark = pytest.mark.django_db


def state_of(page: Page) -> dict[str, tuple[object, ...]]:
    """What is public in each language and since when, and what is known of how far it is behind."""
    versions = Page.objects.filter(translation_key=page.translation_key, live=True)
    rows = versions.values_list(
        "locale__language_code",
        "pk",
        "title",
        "live_revision",
        "first_published_at",
        "last_published_at",
        "has_unpublished_changes",
        "url_path",
    )
    behind = VersionFreshness.objects.filter(translation_key=page.translation_key)
    facts = behind.values_list("locale__language_code", "behind", "source_changed_at", "minor")
    # Wagtail keeps the first day in revisions to the millisecond.
    of_pages = {row[0]: (*row[1:4], row[4].replace(microsecond=0), *row[5:]) for row in rows}
    return of_pages | {f"{row[0]} behind": row[1:] for row in facts}


@pytest.mark.slow
@pytest.mark.parametrize("title", ["Słyszę? Reaguję.", "Gdzie zgłosić? Ścieżki w Krakowie", "Klasa dialogu"])
def test_everything_is_as_it_was(
    demo_page: Callable[..., Page], title: str, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    """Also which translations were behind their source, and since when."""
    page = demo_page(title)
    before = state_of(page)
    record = withdrawn(page)
    assert state_of(page) == {}
    outcome = put_back(record, editor)
    assert state_of(page) == before
    assert (outcome.left, outcome.files) == ([], [])


@pytest.mark.slow
def test_a_newer_draft_stays_a_draft(campaign: Page, withdrawn: Withdraw, editor: AbstractUser) -> None:
    campaign.title = "Szkic sprzed wycofania"
    campaign.save_revision(user=editor)
    ukrainian = version_in(campaign, "uk")
    record = withdrawn(campaign)
    ukrainian = version_in(ukrainian, "uk")
    ukrainian.summary = "Чернетка після"
    ukrainian.save()  # as Wagtail's editor does with a page that is not public
    later = ukrainian.save_revision(user=editor)
    put_back(record, editor)
    polish, ukrainian = version_in(campaign, "pl"), version_in(campaign, "uk")
    assert polish.title == "Słyszę? Reaguję."
    assert polish.get_latest_revision_as_object().title == "Szkic sprzed wycofania"
    assert ukrainian.summary != "Чернетка після"
    assert ukrainian.latest_revision_id == later.pk
    assert polish.has_unpublished_changes
    assert ukrainian.has_unpublished_changes


@pytest.mark.slow
def test_a_draft_language_stays_a_draft(campaign: Page, withdrawn: Withdraw, editor: AbstractUser) -> None:
    version_in(campaign, "be").unpublish()
    record = withdrawn(campaign)
    outcome = put_back(record, editor)
    assert "be" not in public_in(campaign)
    assert "be" not in {language.code for language in outcome.languages}


@pytest.mark.slow
def test_what_was_made_public_by_a_program_comes_back_with_the_same_words(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    """There is no revision of what is public, and a newer draft."""
    Page.objects.filter(pk=campaign.pk).update(live_revision=None)
    type(campaign).objects.filter(pk=campaign.pk).update(lead="Słowa z programu")
    campaign.lead = "Szkic"
    draft = campaign.save_revision()
    record = withdrawn(campaign)
    put_back(record, editor)
    polish = version_in(campaign, "pl")
    assert polish.lead == "Słowa z programu"
    assert polish.latest_revision_id == draft.pk
    assert polish.has_unpublished_changes


@pytest.mark.slow
def test_scheduled_publishing_is_cancelled_and_told(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    """Of a public version, and of a draft, which would have brought the page back by itself."""
    tomorrow = timezone.now() + timedelta(days=1)
    version_in(campaign, "be").unpublish()
    for code in ("uk", "be"):
        page = version_in(campaign, code)
        page.go_live_at = tomorrow
        page.save_revision().publish()
    assert waiting_revisions(campaign) == {"uk", "be"}
    record = withdrawn(campaign)
    assert waiting_revisions(campaign) == set()
    outcome = put_back(record, editor)
    assert {cancelled.language.code for cancelled in outcome.cancelled} == {"uk", "be"}
    assert waiting_revisions(campaign) == set()
    assert "be" not in public_in(campaign)


def waiting_revisions(page: Page) -> set[str]:
    versions = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
    return {
        version.locale.language_code
        for version in versions
        if version.revisions.filter(approved_go_live_at__isnull=False).exists()
    }


@pytest.mark.slow
def test_what_was_scheduled_meanwhile_stays_so(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    record = withdrawn(campaign)
    page = version_in(campaign, "uk")
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    put_back(record, editor)
    assert "uk" in public_in(campaign)
    assert waiting_revisions(campaign) == {"uk"}


@pytest.mark.slow
def test_approval_that_was_begun_meanwhile_goes_on(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    record = withdrawn(campaign)
    page = version_in(campaign, "pl")
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    put_back(record, editor)
    assert version_in(campaign, "pl").workflow_in_progress


@pytest.mark.slow
def test_what_cannot_be_put_back_is_told_and_the_rest_is_done(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser, reader: Client
) -> None:
    languages = public_in(campaign)
    record = withdrawn(campaign)
    version_in(campaign, "be").delete()
    polish = version_in(campaign, "pl")
    polish.slug = "przeniesiona"
    polish.save()
    other = type(polish)(title="Inna", slug="slysze-reaguje", summary="s", lead="l", locale=polish.locale)
    other.starts_on, other.ends_on = polish.starts_on, polish.ends_on
    polish.get_parent().add_child(instance=other)
    outcome = put_back(record, editor)
    assert {(left.language.code, left.why) for left in outcome.left} == {
        ("be", Left.DELETED),
        ("pl", Left.ADDRESS),
    }
    assert all(left.title for left in outcome.left)
    assert public_in(campaign) == languages - {"be", "pl"}
    assert version_in(campaign, "pl").slug == "przeniesiona"
    with pytest.raises(Done):
        put_back(record, editor)


@pytest.mark.slow
def test_a_version_that_is_public_again_is_not_overwritten(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    record = withdrawn(campaign)
    ukrainian = version_in(campaign, "uk")
    ukrainian.summary = "Виправлено"
    ukrainian.save_revision().publish()
    outcome = put_back(record, editor)
    assert [(left.language.code, left.why) for left in outcome.left] == [("uk", Left.PUBLIC)]
    assert version_in(campaign, "uk").summary == "Виправлено"
    assert outcome.files == []


@pytest.mark.slow
def test_a_text_whose_time_has_passed_or_whose_history_is_gone_stays_away(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    ukrainian = version_in(campaign, "uk")
    ukrainian.expire_at = timezone.now() + timedelta(hours=1)
    ukrainian.save_revision().publish()
    record = withdrawn(campaign)
    uk = next(each for each in record.pages if each.language.code == "uk")
    revision = Revision.objects.get(pk=uk.revision)
    revision.content["expire_at"] = (timezone.now() - timedelta(minutes=1)).isoformat()
    revision.save()
    en = next(each for each in record.pages if each.language.code == "en")
    version_in(campaign, "en").save_revision()
    Revision.objects.get(pk=en.revision).delete()
    outcome = put_back(record, editor)
    found = {left.language.code: left.why for left in outcome.left}
    assert found == {"uk": Left.EXPIRED, "en": Left.NO_TEXT}


@pytest.mark.slow
def test_a_page_published_again_has_those_files_again_that_are_in_it(
    campaign: Page, withdrawn: Withdraw, reader: Client
) -> None:
    """The editor takes the picture of a child out and publishes: the picture stays away."""
    documents = [
        file for file in files_of([campaign.translation_key]).going if isinstance(file, SiteDocument)
    ]
    withdrawn(campaign)
    polish = version_in(campaign, "pl")
    polish.body = polish.body.stream_block.to_python(
        [block for block in polish.body.get_prep_value() if block["type"] not in ("figure", "file_list")]
    )
    kept = documents[0]
    polish.aim = f'{polish.aim}<p><a linktype="document" id="{kept.pk}">x</a></p>'
    polish.save_revision().publish()
    assert reader.get(page_address(polish)).status_code == 200
    answers = {file.pk: reader.get(file.url).status_code for file in documents}
    assert answers == {file.pk: 200 if file == kept else 410 for file in documents}


def test_who_may_not_publish_all_of_it_puts_nothing_back(
    campaign: Page, withdrawn: Withdraw, person: Callable[[str], AbstractUser]
) -> None:
    record = withdrawn(campaign)
    for name in ("ngo-coordinator", "translator-uk", "viewer"):
        with pytest.raises(NotAllowed):
            put_back(record, person(name))
    assert public_in(campaign) == set()


@pytest.mark.slow
def test_both_are_in_the_history_of_every_version(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    pages = {version_in(campaign, code).pk for code in public_in(campaign)}
    record = withdrawn(campaign)
    put_back(record, editor)
    entries = PageLogEntry.objects.filter(data__withdrawal=str(record.number))
    assert {entry.page_id for entry in entries if "withdraw" in entry.action} == pages
    assert {entry.page_id for entry in entries if "put_back" in entry.action} == pages
    assert {entry.user_id for entry in entries} == {editor.pk}
