"""A withdrawn page is nowhere: every public page, list, search and file is asked, in every language."""

from collections.abc import Callable, Iterable

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from wagtail.models import Page

from site_core.languages.addresses import page_address
from site_core.media.models import SiteDocument, SiteImage
from site_core.translation.withdrawing.files import files_of
from site_core.translation.withdrawing.put_back import put_back
from tests.public_answers import answers_at
from tests.site_core.translation.withdrawing.conftest import Withdraw, public_in

pytestmark = pytest.mark.django_db

LENGTH_OF_NAMES = 24
"""As much of a picture's name as its renditions keep in any case."""


def versions_of(page: Page) -> list[Page]:
    return list(Page.objects.filter(translation_key=page.translation_key, live=True).select_related("locale"))


def everywhere_else(own: Iterable[str], addresses: list[str], words: Iterable[str]) -> list[str]:
    """All other public pages, and the search for these words in every language."""
    codes = [code for code, _name in settings.LANGUAGES]
    searches = [f"/{code}/search/?q={word}" for code in codes for word in words]
    return [*(set(addresses) - set(own)), *searches]


def links_in(text: str) -> set[str]:
    soup = BeautifulSoup(text, "html.parser")
    named = {tag[name] for name in ("href", "src") for tag in soup.find_all(attrs={name: True})}
    return {link.removeprefix(settings.SITE_URL).removeprefix("http://testserver") for link in named}


@pytest.mark.slow
def test_nothing_public_leads_to_it_and_its_addresses_say_that_it_is_gone(
    campaign: Page, reader: Client, public_addresses: list[str], withdrawn: Withdraw
) -> None:
    versions = versions_of(campaign)
    assert len(versions) >= 4
    own = {page_address(page) for page in versions}
    files = files_of([campaign.translation_key]).going
    documents = {file.url for file in files if isinstance(file, SiteDocument)}
    before = answers_at(own)
    pictures = {
        link for answer in before.values() for link in links_in(answer.text) if link.startswith("/media/")
    }
    assert documents
    assert pictures
    places = everywhere_else(own, public_addresses, {page.title.split()[0] for page in versions})
    linked = {place for place, answer in answers_at(places).items() if links_in(answer.text) & own}
    assert any("search" in place for place in linked)
    assert "/pl/kampanie/" in linked
    assert all(address in reader.get("/sitemap-1.xml").content.decode() for address in own)

    record = withdrawn(campaign)

    wrong = []
    for place, answer in answers_at(places).items():
        assert answer.status_code == 200, place
        wrong += [
            f"{place} names {address}" for address in own | documents | pictures if address in answer.text
        ]
    sitemap = reader.get("/sitemap-1.xml").content.decode()
    wrong += [f"the sitemap names {address}" for address in own if address in sitemap]
    assert not wrong, "\n".join(wrong)
    under_every_language = {
        f"/{code}/{address.split('/', 2)[2]}" for address in own for code in public_in_before(own)
    }
    for address in own | under_every_language | documents | pictures:
        answer = reader.get(address, follow=True)
        assert answer.status_code == 410, address
        assert "max-age=60" in answer["Cache-Control"], address

    put_back(record, record.entry.user)
    for address in own | documents:
        assert reader.get(address).status_code == 200, address
    again = {link for address in own for link in links_in(reader.get(address).content.decode())}
    assert pictures <= again
    for address in pictures:
        assert reader.get(address).status_code == 200, address


def public_in_before(addresses: Iterable[str]) -> set[str]:
    return {address.split("/")[1] for address in addresses}


@pytest.mark.slow
def test_a_file_that_something_public_needs_stays_and_a_draft_keeps_none(
    campaign: Page, demo_page: Callable[..., Page], reader: Client, withdrawn: Withdraw
) -> None:
    documents = [
        file for file in files_of([campaign.translation_key]).going if isinstance(file, SiteDocument)
    ]
    shared, drafted = documents[0], documents[1]
    other, draft = demo_page("Klasa dialogu"), demo_page("Trybuna dla wszystkich")
    for page, document in ((other, shared), (draft, drafted)):
        page.aim = f'{page.aim}<p><a linktype="document" id="{document.pk}">x</a></p>'
        page.save_revision().publish()
    draft.unpublish()
    staying = files_of([campaign.translation_key]).staying
    assert [(kept.file.pk, kept.used_in) for kept in staying] == [(shared.pk, [other.title])]
    withdrawn(campaign)
    assert reader.get(shared.url).status_code == 200
    assert reader.get(drafted.url).status_code == 410


@pytest.mark.slow
def test_editors_still_see_a_withdrawn_picture_but_not_at_an_address_that_can_be_guessed(
    campaign: Page, reader: Client, withdrawn: Withdraw, signed_in: Callable[[str], Client]
) -> None:
    image = next(file for file in files_of([campaign.translation_key]).going if isinstance(file, SiteImage))
    guessable = image.get_rendition("max-165x165").url
    # As a transaction leaves it that was rolled back: a file without a row.
    stray = f"images/{image.filename.partition('.')[0]}.max-100x100.png"
    default_storage.save(stray, ContentFile(b"a picture"))
    assert reader.get(f"/media/{stray}").status_code == 200
    withdrawn(campaign)
    now = SiteImage.objects.get(pk=image.pk).get_rendition("max-165x165").url
    name = image.filename.partition(".")[0]
    for address in (
        guessable,
        f"/media/{stray}",
        f"/media/images/{name}.max-165x165.png",
        f"/media/images/{name}_aB3dE5g.max-165x165.png",
    ):
        assert reader.get(address).status_code == 410, address
    assert not now.startswith(f"/media/images/{name}")
    assert now.endswith(".max-165x165.png")
    assert reader.get(now).status_code == 200
    assert signed_in("editor").get(f"/admin/images/{image.pk}/").status_code == 200


def test_other_pages_do_not_show_a_withdrawn_picture(
    campaign: Page, demo_page: Callable[..., Page], reader: Client, withdrawn: Withdraw
) -> None:
    """Somebody who did not know publishes it elsewhere: the picture stays away, the page does not."""
    figure = next(block for block in campaign.body if block.block_type == "figure")
    name = figure.value["image"].filename[:LENGTH_OF_NAMES]
    assert name in reader.get(page_address(campaign)).content.decode()
    withdrawn(campaign)
    other = demo_page("Klasa dialogu")
    raw = [
        *other.body.get_prep_value(),
        {"type": "figure", "value": figure.block.get_prep_value(figure.value)},
    ]
    other.body = other.body.stream_block.to_python(raw)
    other.save_revision().publish()
    text = reader.get(page_address(other)).content.decode()
    assert other.title in text
    assert name not in text


def test_it_is_public_in_no_language(campaign: Page, withdrawn: Withdraw) -> None:
    before = public_in(campaign)
    record = withdrawn(campaign)
    assert public_in(campaign) == set()
    assert {language.code for language in record.languages} == before
