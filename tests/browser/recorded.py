"""`python -m tests.browser.recorded`: a film and a sound beside a page of the site in SITE_VAR, as an editor would."""

from datetime import date

import django

ADDRESS = "/pl/materialy/symbol-nienawisci-w-szkole/"
"""In Polish only: others are shown it in Polish."""


def main() -> None:
    django.setup()
    from django.core.files.base import ContentFile
    from wagtail.models import Page

    from site_core.models import AudioRecording, SignLanguageFilm, SiteDocument
    from tests.site_core.recordings import silent

    def stored(name: str, data: bytes) -> SiteDocument:
        return SiteDocument.objects.create(title=name, file=ContentFile(data, name=name))

    slug = ADDRESS.strip("/").rsplit("/", 1)[1]
    page = Page.objects.get(slug=slug, locale__language_code="pl").specific
    facts = {"recorded_on": date(2026, 5, 4), "length": "0:30"}
    film = SignLanguageFilm(
        document=stored("migowy.mp4", silent.grey_mp4(30)),
        captions=stored("migowy.vtt", silent.captions("Dzień dobry.", "To jest próba.")),
        transcript="<p>Szary obraz bez dźwięku.</p>",
        **facts,
    )
    sound = AudioRecording(document=stored("czytane.mp3", silent.silent_mp3(30)), word_for_word=True, **facts)
    page.sign_language_films, page.audio_recordings = [film], [sound]
    page.save_revision().publish()


if __name__ == "__main__":
    main()
