"""The question and the way back, as a person at the keyboard meets them."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from organisations.group_names import translator_of
from site_core.models import HomePage, SiteDocument
from site_core.translation.withdrawing.files import files_of
from site_core.translation.withdrawing.hooks import say_which_files_stay_withdrawn
from site_core.translation.withdrawing.names import PUT_BACK, WITHDRAW, WITHDRAWALS
from site_core.translation.withdrawing.record import Record, records
from tests.site_core.translation.withdrawing.conftest import Withdraw, public_in, version_in

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]


def question(page: Page) -> str:
    return reverse(WITHDRAW, args=[page.pk])


def asked(client: Client, page: Page) -> BeautifulSoup:
    answer = client.get(question(page))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").select_one("main") or BeautifulSoup()


def may_publish_in(code: str) -> None:
    """Translators of the language may publish in it from now on."""
    group = Group.objects.get(name=translator_of(code))
    home = HomePage.objects.get(locale__language_code=code)
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=home, permission=publish)


def test_the_question_names_languages_files_and_what_readers_will_see(
    signed_in: SignIn, campaign: Page
) -> None:
    screen = asked(signed_in("editor"), campaign)
    text = screen.get_text(" ")
    assert {tag["lang"] for tag in screen.select(".withdrawing-versions bdi")} == public_in(campaign)
    for file in files_of([campaign.translation_key]).going:
        assert file.title in text
    assert screen.select_one("button[type=submit]").get_text() == "Wycofaj w 4 językach"
    assert "Przywróć" in text or "przywrócić" in text


@pytest.mark.slow
def test_from_the_editor_to_done_in_three_steps(signed_in: SignIn, campaign: Page, reader: Client) -> None:
    """The menu of the page, a reason, the button."""
    client = signed_in("editor")
    editing = client.get(reverse("wagtailadmin_pages:edit", args=[campaign.pk])).content.decode()
    assert question(campaign) in editing
    assert "Wycofaj wszędzie…" in editing
    answer = client.post(question(campaign), {"reason": "personal_data"}, follow=True)
    assert public_in(campaign) == set()
    said = " ".join(str(message) for message in answer.context["messages"])
    assert "Słyszę? Reaguję." in said
    assert "ukraiński" in said
    assert reverse(PUT_BACK, args=[records().first().uuid]) in said


def test_it_is_offered_where_pages_are_listed_and_taken_down(signed_in: SignIn, campaign: Page) -> None:
    client = signed_in("editor")
    parent = campaign.get_parent()
    for name, page in (("wagtailadmin_explore", parent), ("wagtailadmin_pages:unpublish", campaign)):
        assert question(campaign) in client.get(reverse(name, args=[page.pk])).content.decode(), name


def test_readers_are_not_told_why(signed_in: SignIn, campaign: Page, reader: Client) -> None:
    note = "Zupełnie wewnętrzna uwaga"
    signed_in("editor").post(question(campaign), {"reason": "other", "note": note})
    answer = reader.get("/pl/kampanie/slysze-reaguje/")
    assert answer.status_code == 410
    assert note not in answer.content.decode()


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"reason": ""},
        {"reason": "nonsense"},
        {"reason": "other"},
        {"reason": "other", "note": "   "},
        {"reason": "law", "note": "x" * 501},
        {"reason": "law\x00"},
        {"reason": "law", "note": "a\x00b"},
        {"reason": ["law", "'; DROP TABLE wagtailcore_page; --"]},
    ],
)
def test_without_a_proper_reason_nothing_happens(
    signed_in: SignIn, campaign: Page, form: dict[str, object]
) -> None:
    before = public_in(campaign)
    answer = signed_in("editor").post(question(campaign), form)
    assert answer.status_code == 200
    assert public_in(campaign) == before
    assert "error-message" in answer.content.decode()


@pytest.mark.slow
def test_a_note_is_shown_as_text_and_nothing_else(signed_in: SignIn, campaign: Page) -> None:
    client = signed_in("editor")
    client.post(question(campaign), {"reason": "error", "note": '<img src=x onerror="alert(1)">'})
    record = Record(records().first())
    pages = [
        reverse(WITHDRAWALS),
        reverse(PUT_BACK, args=[record.number]),
        reverse("wagtailadmin_pages:history", args=[campaign.pk]),
        reverse("wagtailadmin_pages:edit", args=[campaign.pk]),
    ]
    for address in pages:
        assert "<img src=x" not in client.get(address).content.decode(), address


def test_who_may_publish_in_one_language_is_told_what_would_stay_and_whom_to_ask(
    signed_in: SignIn, campaign: Page
) -> None:
    may_publish_in("uk")
    ukrainian, before = version_in(campaign, "uk"), public_in(campaign)
    client = signed_in("translator-uk")
    screen = asked(client, ukrainian)
    assert not screen.select("form[method=post]")
    named = {tag["lang"] for tag in screen.select(".withdrawing-refused bdi.language")}
    assert named == before - {"uk"}
    people = screen.get_text(" ")
    assert "Nie możesz wycofać tej strony ze wszystkich języków" in people
    assert "editor, administrator" in people
    assert "translator" not in people
    assert screen.select(f'a[href="{reverse("wagtailadmin_pages:unpublish", args=[ukrainian.pk])}"]')
    assert client.post(question(ukrainian), {"reason": "law"}).status_code == 403
    assert public_in(campaign) == before


def test_a_lock_is_named_with_the_way_to_it(signed_in: SignIn, campaign: Page) -> None:
    ukrainian = version_in(campaign, "uk")
    ukrainian.locked, ukrainian.locked_at = True, timezone.now()
    ukrainian.save()
    screen = asked(signed_in("editor"), campaign)
    assert screen.select(f'a[href="{reverse("wagtailadmin_pages:edit", args=[ukrainian.pk])}"] bdi[lang=uk]')
    assert not screen.select("form[method=post]")
    assert "Mogą to zrobić" not in screen.get_text(" ")


def test_a_lock_below_stops_what_would_go_with_it_and_only_that(
    signed_in: SignIn, demo_page: Callable[..., Page]
) -> None:
    section, below = demo_page("Partnerzy"), demo_page("Fundacja Zustricz – Klub Ukraiński w Krakowie")
    below.locked, below.locked_at = True, timezone.now()
    below.save()
    client, before = signed_in("editor"), public_in(section)
    answer = client.post(question(section), {"reason": "law", "below": "on"})
    assert answer.status_code == 403
    assert below.title in answer.content.decode()
    assert public_in(section) == before
    client.post(question(section), {"reason": "law"})
    assert public_in(section) == set()
    assert public_in(below)


@pytest.mark.parametrize("name", ["translator-uk", "ngo-author", "ngo-coordinator", "viewer"])
def test_who_may_publish_in_no_language_is_not_asked(signed_in: SignIn, campaign: Page, name: str) -> None:
    client, before = signed_in(name), public_in(campaign)
    for page in (campaign, version_in(campaign, "uk")):
        assert client.get(question(page)).status_code in (302, 403)
        assert client.post(question(page), {"reason": "law"}).status_code in (302, 403)
    assert public_in(campaign) == before
    listing = client.get(reverse("wagtailadmin_explore", args=[campaign.get_parent().pk]))
    assert question(campaign) not in listing.content.decode()


@pytest.mark.slow
def test_pages_below_are_counted_named_and_ticked_by_hand(
    signed_in: SignIn, demo_page: Callable[..., Page]
) -> None:
    section, below = demo_page("Partnerzy"), demo_page("Fundacja Zustricz – Klub Ukraiński w Krakowie")
    screen = asked(signed_in("editor"), section)
    box = screen.select_one("input[name=below]")
    assert box is not None
    assert not box.has_attr("checked")
    assert below.title in screen.get_text(" ")
    signed_in("editor").post(question(section), {"reason": "law", "below": "on"})
    assert public_in(below) == set()


@pytest.mark.slow
def test_what_is_public_nowhere_and_a_home_page_are_not_asked_about(
    signed_in: SignIn, campaign: Page, home: HomePage, withdrawn: Withdraw
) -> None:
    withdrawn(campaign)
    client = signed_in("editor")
    assert not asked(client, campaign).select("form[method=post]")
    assert not asked(client, home).select("form[method=post]")
    assert client.post(question(home), {"reason": "law"}).status_code == 403
    assert client.get(reverse(WITHDRAW, args=[1])).status_code in (302, 403)
    assert client.get(reverse(WITHDRAW, args=[999_999])).status_code == 404


@pytest.mark.slow
def test_putting_back_asks_tells_and_does(
    signed_in: SignIn, campaign: Page, withdrawn: Withdraw, reader: Client
) -> None:
    before = public_in(campaign)
    record = withdrawn(campaign)
    client, address = signed_in("editor"), reverse(PUT_BACK, args=[record.number])
    screen = BeautifulSoup(client.get(address).content, "html.parser")
    assert {tag["lang"] for tag in screen.select(".withdrawing-versions bdi")} == before
    version_in(campaign, "be").delete()
    said = " ".join(str(message) for message in client.post(address, follow=True).context["messages"])
    assert public_in(campaign) == before - {"be"}
    assert "białoruski" in said
    assert "usunięt" in said
    twice = client.post(address, follow=True)
    assert "już" in " ".join(str(message) for message in twice.context["messages"])
    assert "form" in client.get(address).content.decode()


@pytest.mark.slow
def test_the_editor_of_a_withdrawn_page_says_so_until_it_is_back(
    signed_in: SignIn, campaign: Page, withdrawn: Withdraw
) -> None:
    client = signed_in("editor")
    record = withdrawn(campaign)
    back = reverse(PUT_BACK, args=[record.number])
    for code in ("pl", "uk"):
        address = reverse("wagtailadmin_pages:edit", args=[version_in(campaign, code).pk])
        assert back in client.get(address).content.decode(), code
    client.post(back)
    version_in(campaign, "uk").unpublish()
    address = reverse("wagtailadmin_pages:edit", args=[version_in(campaign, "uk").pk])
    assert back not in client.get(address).content.decode()


@pytest.mark.slow
def test_who_publishes_a_withdrawn_file_elsewhere_is_told(
    signed_in: SignIn, campaign: Page, demo_page: Callable[..., Page], withdrawn: Withdraw
) -> None:
    client, other = signed_in("editor"), demo_page("O programie i o tej stronie")
    file = next(file for file in files_of([campaign.translation_key]).going if isinstance(file, SiteDocument))
    request = client.get(reverse("wagtailadmin_pages:edit", args=[other.pk])).wsgi_request
    withdrawn(campaign)
    say_which_files_stay_withdrawn(request, other)
    assert not list(get_messages(request))
    other.body = other.body.stream_block.to_python(
        [{"type": "rich_text", "value": f'<p><a linktype="document" id="{file.pk}">x</a></p>'}]
    )
    other.save_revision().publish()
    say_which_files_stay_withdrawn(request, other)
    assert file.title in " ".join(str(message) for message in get_messages(request))


@pytest.mark.slow
def test_who_puts_back_is_told_of_files_that_another_withdrawal_holds(
    signed_in: SignIn, campaign: Page, demo_page: Callable[..., Page], withdrawn: Withdraw
) -> None:
    """Both pages use it; it stayed for the second, and went with that."""
    file = next(file for file in files_of([campaign.translation_key]).going if isinstance(file, SiteDocument))
    other = demo_page("Klasa dialogu")
    other.aim = f'{other.aim}<p><a linktype="document" id="{file.pk}">x</a></p>'
    other.save_revision().publish()
    record = withdrawn(campaign)
    withdrawn(other)
    answer = signed_in("editor").post(reverse(PUT_BACK, args=[record.number]), follow=True)
    said = [str(message) for message in answer.context["messages"]]
    assert any(file.title in sentence and "Czytelnicy" in sentence for sentence in said), said
