"""A page that was renamed, moved, taken down, restored, copied or deleted: every old address still answers rightly."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from site_core.languages.addresses import page_address
from site_core.models import PastAddress, StandardPage

pytestmark = pytest.mark.django_db

CAMPAIGN = "Słyszę? Reaguję."
READERS = ("pl", "en", "uk", "be", "ar", "pl-simple")


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Callable[..., object]) -> Callable[..., object]:
    """Wagtail tells of a new slug once it is stored for good."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def campaign(demo_page: Callable[..., Page]) -> Page:
    return demo_page(CAMPAIGN)


def answer_at(reader: Client, address: str) -> tuple[int, str]:
    """The last status and where it was, after at most three redirects."""
    for _step in range(4):
        answer = reader.get(address)
        if answer.status_code not in (301, 302):
            return answer.status_code, address
        address = answer.headers["Location"]
    raise AssertionError(f"{address}: more than three redirects")


def under_every_prefix(path: str) -> list[str]:
    return [f"/{code}/{path}" for code in READERS]


def path_of(page: Page) -> str:
    return page_address(page).split("/", 2)[2]


def versions_of(page: Page) -> list[Page]:
    return [page, *page.get_translations().live().select_related("locale")]


def old_addresses(page: Page) -> list[str]:
    """The path of each version under every prefix."""
    return [address for version in versions_of(page) for address in under_every_prefix(path_of(version))]


def now_at(reader: Client, addresses: list[str]) -> dict[str, tuple[int, str]]:
    return {address: answer_at(reader, address) for address in addresses}


def rename(page: Page, slug: str, committed: Callable[..., object]) -> None:
    page = page.specific
    page.slug = slug
    with committed():
        page.save_revision().publish()


@pytest.mark.slow
def test_a_renamed_page_is_found_under_all_it_was_called(
    reader: Client, campaign: Page, committed: Callable[..., object]
) -> None:
    before = now_at(reader, old_addresses(campaign))
    own, left = page_address(campaign), path_of(campaign)
    rename(campaign, "nazwana-inaczej", committed)
    rename(campaign, "nazwana-jeszcze-inaczej", committed)
    now = "/pl/kampanie/nazwana-jeszcze-inaczej/"
    for address, (status, end) in now_at(reader, list(before)).items():
        was = before[address][1]
        still = reader.get(was).status_code == 200
        assert (status, end) == (200, was if still else f"/{was.split('/')[1]}/{now.split('/', 2)[2]}"), (
            address
        )
    assert answer_at(reader, own) == (200, now)
    assert answer_at(reader, "/pl/kampanie/nazwana-inaczej/") == (200, now)
    assert reader.get(own).status_code == 301
    assert reader.get(f"{own}?x=1").headers["Location"] == f"{now}?x=1"
    assert answer_at(reader, f"/vi/{left}")[0] == 404, "a language without a home page promises nothing"


@pytest.mark.slow
def test_what_stands_below_a_renamed_section_is_found_through_it(
    reader: Client, campaign: Page, committed: Callable[..., object]
) -> None:
    section = campaign.get_parent()
    addresses = [
        address
        for page in section.get_children().live().specific()
        for address in under_every_prefix(path_of(page))
    ]
    before = now_at(reader, addresses)
    rows = PastAddress.objects.count()
    rename(section, "akcje", committed)
    assert PastAddress.objects.count() == rows + 1
    for address, (status, end) in now_at(reader, addresses).items():
        was = before[address][1]
        still = reader.get(was).status_code == 200
        assert (status, end) == (200, was if still else was.replace("/kampanie/", "/akcje/")), address


@pytest.mark.slow
def test_a_moved_page_is_found_with_what_stands_below_it(reader: Client, campaign: Page, home: Page) -> None:
    section = StandardPage(summary="Opis.", title="Archiwum", slug="archiwum", locale=home.locale)
    home.add_child(instance=section)
    below = StandardPage(summary="Opis.", title="Pod spodem", slug="pod-spodem", locale=home.locale)
    campaign.add_child(instance=below)
    old = [*under_every_prefix(path_of(campaign)), *under_every_prefix(path_of(below))]
    before = now_at(reader, old)
    assert before[page_address(below)] == (200, page_address(below))
    campaign.move(section, pos="last-child")
    moved, below = Page.objects.get(pk=campaign.pk), Page.objects.get(pk=below.pk)
    for page, path in ((moved, path_of(campaign)), (below, old[6].split("/", 2)[2])):
        assert path_of(page).startswith("archiwum/")
        for code in READERS:
            status, end = answer_at(reader, f"/{code}/{path}")
            assert status == 200, (code, path)
            assert end.split("/", 2)[2] in {path_of(version) for version in versions_of(page)}
    assert answer_at(reader, old[6]) == (200, page_address(below))


def test_a_page_moved_among_its_siblings_has_left_nothing(campaign: Page) -> None:
    campaign.move(campaign.get_parent(), pos="first-child")
    assert not PastAddress.objects.filter(translation_key=campaign.translation_key).exists()


def test_a_page_taken_down_in_one_language_is_read_in_another(
    reader: Client, campaign: Page, demo_page: Callable[..., Page]
) -> None:
    ukrainian = demo_page(CAMPAIGN, "uk")
    old = page_address(ukrainian)
    ukrainian.unpublish()
    assert answer_at(reader, old) == (200, f"/uk/{path_of(campaign)}")
    assert reader.get(old).status_code == 302, "it may come back"
    ukrainian.save_revision().publish()
    assert answer_at(reader, old) == (200, old)
    assert answer_at(reader, f"/uk/{path_of(campaign)}") == (200, old)


@pytest.mark.slow
@pytest.mark.parametrize("act", ["unpublish", "delete"])
def test_what_is_gone_in_every_language_says_so_in_the_readers(
    reader: Client, campaign: Page, act: str
) -> None:
    addresses = old_addresses(campaign)
    for version in versions_of(campaign):
        getattr(version, act)()
    for address in addresses:
        answer = reader.get(address)
        assert answer.status_code == 410, address
        assert campaign.title not in answer.content.decode().split("<main", 1)[1].split("</main", 1)[0]
    assert "Tę stronę zdjęto" in reader.get(addresses[0]).content.decode()
    words = [reader.get(f"/{code}/{path_of(campaign)}").content.decode() for code in READERS]
    headings = {text.split("<h1>", 1)[1].split("</h1>", 1)[0] for text in words}
    assert len(headings) >= 5, "in five languages; easy Polish may say the same as Polish"


def test_a_page_deleted_in_polish_only_offers_the_languages_it_is_in(reader: Client, campaign: Page) -> None:
    old, english = page_address(campaign), campaign.get_translations().get(locale__language_code="en")
    campaign.delete()
    answer = reader.get(old)
    assert answer.status_code == 404
    assert page_address(english) in answer.content.decode()


@pytest.mark.slow
def test_a_deleted_section_is_gone_with_all_below_it(reader: Client, campaign: Page) -> None:
    section = campaign.get_parent()
    addresses = [page_address(page) for page in section.get_children().live()]
    for version in versions_of(section):
        Page.objects.get(pk=version.pk).delete()
    assert {reader.get(address).status_code for address in addresses} == {410}
    assert reader.get("/pl/kampanie/nigdy-nie-istniala/").status_code == 404


def test_a_copy_leaves_the_address_of_the_original_alone(reader: Client, campaign: Page) -> None:
    own = page_address(campaign)
    campaign.copy(update_attrs={"slug": "kopia", "title": "Kopia"}).delete()
    assert answer_at(reader, own) == (200, own)


def test_who_takes_an_address_has_it(
    reader: Client, campaign: Page, committed: Callable[..., object]
) -> None:
    own = page_address(campaign)
    slug = campaign.slug
    rename(campaign, "odeszla", committed)
    heir = campaign.get_siblings(inclusive=False).live().first().specific
    rename(heir, slug, committed)
    assert answer_at(reader, own) == (200, own)
    assert heir.title in reader.get(own).content.decode()


@pytest.mark.slow
def test_pages_that_change_places_lead_in_no_circle(
    reader: Client, campaign: Page, committed: Callable[..., object]
) -> None:
    """Below each there is nothing of what is asked for."""
    other = campaign.get_siblings(inclusive=False).live().first()
    one, two = campaign.slug, other.slug
    for page, slug in ((campaign, "na-chwile"), (other, one), (campaign, two)):
        rename(Page.objects.get(pk=page.pk), slug, committed)
    for slug in (one, two, "na-chwile"):
        assert reader.get(f"/pl/kampanie/{slug}/nic-takiego/").status_code == 404
    assert answer_at(reader, "/pl/kampanie/na-chwile/") == (200, f"/pl/kampanie/{two}/")


def test_a_draft_leaves_no_trace(reader: Client, home: Page, committed: Callable[..., object]) -> None:
    draft = StandardPage(
        summary="Opis.", title="Tajny projekt", slug="tajny-projekt", locale=home.locale, live=False
    )
    home.add_child(instance=draft)
    draft.slug = "jeszcze-tajny"
    with committed():
        draft.save()
    draft.move(home.get_children().live().first(), pos="last-child")
    Page.objects.get(pk=draft.pk).delete()
    for path in ("tajny-projekt/", "jeszcze-tajny/"):
        assert reader.get(f"/pl/{path}").status_code == 404


def test_a_page_that_became_private_is_not_betrayed_by_its_past(
    reader: Client, campaign: Page, committed: Callable[..., object]
) -> None:
    old = path_of(campaign)
    for version in versions_of(campaign):
        PageViewRestriction.objects.create(page=version, restriction_type="login")
    rename(campaign, "teraz-tajna", committed)
    for address in under_every_prefix(old):
        answer = reader.get(address)
        assert "teraz-tajna" not in answer.headers.get("Location", "") + answer.content.decode()


def test_an_editors_redirect_comes_before_gone(reader: Client, campaign: Page, home: Page) -> None:
    old = page_address(campaign)
    for version in versions_of(campaign):
        version.unpublish()
    Redirect.objects.create(old_path=Redirect.normalise_path(old), redirect_page=home)
    assert answer_at(reader, old) == (200, "/pl/")


@pytest.mark.parametrize("path", ["a/" * 60, "%00/", "ą" * 3000 + "/", "kampanie/" * 19])
def test_an_odd_address_is_just_not_found(reader: Client, path: str) -> None:
    assert reader.get(f"/pl/{path}").status_code == 404


@pytest.mark.slow
def test_a_deep_and_long_address_is_remembered(
    reader: Client, home: Page, committed: Callable[..., object]
) -> None:
    """Longer than what PostgreSQL takes into an index."""
    parent = home
    for number in range(12):
        page = StandardPage(
            summary="Opis.",
            title=f"Piętro {number}",
            slug=f"{number}-{'dlugi-slug-' * 22}",
            locale=home.locale,
        )
        parent = parent.add_child(instance=page)
    old = page_address(parent)
    rename(parent, "krotki", committed)
    assert answer_at(reader, old) == (200, page_address(Page.objects.get(pk=parent.pk)))
