"""What readers are offered beside a text, where, and what it costs those who do not want it."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from site_core.languages.addresses import page_address
from site_core.models import AudioRecording, SignLanguageFilm, SiteDocument
from tests.site_core.recordings.conftest import Attach
from tests.site_core.translation.sources import first, publish, with_body

pytestmark = pytest.mark.django_db

WHERE = "Gdzie zgłosić? Ścieżki w Krakowie"
CAMPAIGN = "Słyszę? Reaguję."
ALONE = "Gdy w szkole pojawia się symbol nienawiści"
"""In Polish only."""
CHANGED = "Tekst zmienił się od czasu tego nagrania (4 maja 2026)."
HOLDS = "Obowiązuje to, co jest napisane."


@pytest.fixture
def shown(reader: Client) -> Callable[..., str]:
    """What stands in `<main>` at the address of a page, or at another."""

    def read(page: Page, address: str = "") -> str:
        text = reader.get(address or page_address(page)).content.decode()
        return text.split("<main", 1)[1].split("</main>", 1)[0]

    return read


def test_a_page_without_says_nothing_of_it(demo_page: Callable[..., Page], shown: Callable[..., str]) -> None:
    assert "recording" not in shown(demo_page(WHERE))


def test_film_and_sound_stand_below_the_lead_and_wait(
    demo_page: Callable[..., Page], with_film: Attach, with_sound: Attach, shown: Callable[..., str]
) -> None:
    page = with_film(
        demo_page(WHERE), length="2:05", made_by="Zustricz", word_for_word=False, transcript="<p>Mapa.</p>"
    )
    text = shown(with_sound(page, length="4:20"))
    assert text.index('class="lead"') < text.index("Obejrzyj w polskim języku migowym (2 min)")
    assert text.index("Posłuchaj (4 min)") < text.index('class="reading')
    film = SignLanguageFilm.objects.get(page=page.pk)
    assert f'<source src="{film.document.url}" type="video/mp4">' in text
    assert f'<track kind="captions" src="{film.captions.url}" srclang="pl"' in text
    assert "<bdi>MP4</bdi>, 5,2 kB" in text.replace("\xa0", " ")
    assert "Zustricz" in text
    assert "<p>Mapa.</p>" in text
    players = re.findall(r"<(?:video|audio)[^>]*>", text)
    assert len(players) == 2
    assert all('preload="none"' in player and "autoplay" not in player for player in players)
    assert "default>" not in text, "a default track is fetched with the page"
    assert CHANGED not in text


def test_a_film_kept_elsewhere_is_a_link_that_says_where(
    demo_page: Callable[..., Page], with_film: Attach, shown: Callable[..., str]
) -> None:
    page = with_film(demo_page(WHERE), document=None, captions=None, address="https://video.example/film")
    text = shown(page)
    assert 'href="https://video.example/film" rel="noreferrer external"' in text
    assert "video.example</span>" in text
    assert "<video" not in text


def test_another_sign_language_is_named_in_the_language_of_the_page(
    demo_page: Callable[..., Page], with_film: Attach, shown: Callable[..., str]
) -> None:
    page = with_film(demo_page(WHERE, "uk"), sign_language="українська жестова мова", length="1:00")
    assert "українська жестова мова (1 хв)" in shown(page)


@pytest.mark.slow
def test_a_page_shown_in_another_language_names_them_in_the_readers(
    demo_page: Callable[..., Page], with_film: Attach, with_sound: Attach, shown: Callable[..., str]
) -> None:
    page = with_film(demo_page(ALONE), word_for_word=False, transcript="<p>Mapa.</p>")
    page = with_sound(page)
    text = shown(page, page_address(page).replace("/pl/", "/uk/"))
    assert "Дивитися польською жестовою мовою" in text
    assert re.search(r"Слухати <span class=\"recording-language\">польська</span>", text)
    assert 'class="fold-body prose" lang="pl" dir="ltr"><p>Mapa.</p>' in text


def test_nothing_to_play_is_not_offered(
    demo_page: Callable[..., Page], with_film: Attach, shown: Callable[..., str], film: SiteDocument
) -> None:
    page = with_film(demo_page(WHERE))
    film.delete()
    assert "recording" not in shown(page)


@pytest.mark.slow
def test_they_cost_no_query(
    demo_page: Callable[..., Page], with_film: Attach, with_sound: Attach, reader: Client
) -> None:
    def cost() -> int:
        reader.get(address)
        with CaptureQueriesContext(connection) as captured:
            reader.get(address)
        return len(captured)

    for title, code in ((CAMPAIGN, "pl"), (WHERE, "en")):
        page = demo_page(title, code)
        address = page_address(page)
        without = cost()
        with_sound(with_film(page))
        assert cost() == without


@pytest.mark.slow
def test_the_reader_is_told_that_the_text_has_changed(
    demo_page: Callable[..., Page], with_film: Attach, with_sound: Attach, shown: Callable[..., str]
) -> None:
    page = with_sound(with_film(demo_page(WHERE)))
    text = shown(publish(page, lambda page: setattr(page, "title", "Gdzie to zgłosić?")))
    assert text.count(CHANGED) == text.count(HOLDS) == 2
    assert text.index('id="recording-film"') < text.index(CHANGED) < text.index("<video")
    assert text.index("<audio") < text.index('class="reading')


def test_what_says_an_old_number_is_offered_only_behind_the_text(
    demo_page: Callable[..., Page], with_film: Attach, shown: Callable[..., str]
) -> None:
    page = with_film(demo_page(WHERE))

    def other_phone(raw: list) -> None:
        first(raw, "contact_card")["value"]["phone"] = "113"

    text = shown(publish(page, with_body(other_phone)))
    assert text.index('class="reading') < text.index(CHANGED) < text.index(HOLDS) < text.index("<video")
    assert text.count("<video") == 1
    assert text.count(CHANGED) == 1


@pytest.mark.slow
def test_a_version_whose_safety_is_shown_in_polish_has_its_recording_behind_the_text(
    demo_page: Callable[..., Page], with_sound: Attach, shown: Callable[..., str]
) -> None:
    """The Ukrainian page says the Polish number of today; the Ukrainian voice says that of yesterday."""
    ukrainian = with_sound(demo_page(WHERE, "uk"))
    assert shown(ukrainian).index("<audio") < shown(ukrainian).index('class="reading')

    def other_phone(raw: list) -> None:
        first(raw, "contact_card")["value"]["phone"] = "113"

    publish(demo_page(WHERE), with_body(other_phone))
    text = shown(ukrainian)
    assert "passage--replaced" in text
    assert text.index('class="reading') < text.index("<audio")


@pytest.mark.slow
def test_a_translation_and_an_easy_version_begin_without(
    demo_page: Callable[..., Page], with_film: Attach, with_sound: Attach
) -> None:
    page = with_sound(with_film(demo_page(ALONE)))
    for code in ("en", "pl-simple"):
        version = page.copy_for_translation(Locale.objects.get(language_code=code), copy_parents=True)
        revision = version.get_latest_revision()
        revision.publish()
        for model in (SignLanguageFilm, AudioRecording):
            assert list(model.objects.values_list("page", flat=True)) == [page.pk]


def test_a_draft_is_previewed_with_them(
    demo_page: Callable[..., Page], with_film: Attach, film: SiteDocument
) -> None:
    page = with_film(demo_page(WHERE))
    draft = page.get_latest_revision_as_object()
    row = draft.sign_language_films.get()
    row.length = "9:00"
    draft.sign_language_films = [row]
    text = draft.make_preview_request().content.decode()
    assert "Obejrzyj w polskim języku migowym (9 min)" in text
    assert film.url in text
