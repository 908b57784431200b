"""One of everything, in the shapes that the rooms hand to the components."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from wagtail import blocks

from site_core.blocks import body_blocks
from site_core.cards import Card
from site_core.facets import Chip, FacetGroup, FacetOption
from site_core.files import ShownFile
from site_core.languages.known import Language, language_of
from site_core.models import SignLanguageFilm
from site_core.recordings.reading import FILM, SOUND, Recording
from site_core.style_page.files_and_links import blocks_with_files
from site_core.style_page.words import IN_LANGUAGE, IN_POLISH, Words

START = datetime(2027, 2, 21, 12, 0, tzinfo=ZoneInfo("Europe/Warsaw"))
STATES = ("running", "planned", "ended", "scheduled", "full", "rescheduled", "postponed", "cancelled")


def words_in(language: Language) -> Words:
    return IN_LANGUAGE.get(language.interface_code, IN_POLISH)


def body(words: Words) -> blocks.StreamValue:
    """The blocks that need no stored file."""
    paragraph = f"<p>{words.lead} <b>{words.sentence}</b></p>"
    pair = [{"title": words.short_title, "text": paragraph}, {"title": words.long_title, "text": paragraph}]
    return blocks.StreamBlock(body_blocks()).to_python(
        [
            {"type": kind, "value": value}
            for kind, value in (
                ("rich_text", f"<h2>{words.long_title}</h2>{paragraph}<ul><li>{words.place}</li></ul>"),
                ("quote", {"text": words.sentence, "source": words.short_title}),
                ("steps", {"heading": words.short_title, "steps": pair}),
                ("accordion", {"heading": words.short_title, "items": pair}),
                *(("callout", {"tone": tone, "title": words.short_title, "text": paragraph}) for tone in
                  ("info", "important", "safety")),
                ("glossary_term", {"term": words.term, "definition": words.lead}),
                ("harmful_example", {"why": words.lead, "example": "***", "context": paragraph}),
                ("video", {"title": words.long_title, "source_url": "https://www.krakow.pl/", "transcript": paragraph}),
                ("contact_card", {"unit": words.unit, "role": words.lead, "phone": "986", "hours": "24/7",
                                  "languages": ["pl", "uk"]}),
            )
        ]
    )  # fmt: skip


def components(language: Language, words: Words) -> dict[str, Any]:
    return {
        "states": [SimpleNamespace(key=key, card=card(language, words, key)) for key in STATES],
        "card": card(language, words),
        "foreign_card": card(language_of("ar" if language.code != "ar" else "pl"), IN_LANGUAGE["ar"]),
        "facets": facets(words),
        "groups": facet_groups(words),
        "pager": SimpleNamespace(number=2, pages=7, previous_url="?page=1", next_url="?page=3"),
        "file_groups": file_groups(words),
        "fresh_page": page_checked(words, date(2026, 11, 16), date(2100, 1, 1)),
        "overdue_page": page_checked(words, date(2024, 5, 6), date(2024, 11, 6)),
        "form": sample_form(),
        "routes": routes(words),
        "steps": [
            {"title": words.short_title, "text": words.lead},
            {"title": words.long_title, "text": words.sentence},
        ],
        **month(language, words),
        "stored": blocks_with_files(words, card(language, words), file_groups(words)[0][1]),
        "versions": [SimpleNamespace(language=language_of(code), url="#") for code in ("pl", "en")],
        "shown": language_of("pl"),
        "recordings": recordings(language, words),
    }


def recordings(language: Language, words: Words) -> list[Recording]:
    """A film that is kept elsewhere, and a voice that says what was true before."""
    facts = {"recorded_on": date(2026, 5, 4), "made_by": words.unit}
    film = SignLanguageFilm(
        address="https://www.krakow.pl/", length="2:05", transcript=f"<p>{words.lead}</p>", **facts
    )
    file = SimpleNamespace(
        url="#", file_extension="mp3", page_count=None, get_file_size=lambda: 3_400_000
    )  # a document would ask the database for its collection
    voice = SimpleNamespace(document=file, minutes=4, word_for_word=True, transcript="", **facts)
    return [
        Recording(FILM, film, language, is_behind=False),
        Recording(SOUND, voice, language, is_behind=True),
    ]


def card(language: Language, words: Words, status: str = "") -> Card:
    """A card of every kind at once: each row takes from it what it shows."""
    return Card(
        url="#",
        title=words.long_title,
        language=language,
        summary=words.lead,
        kind_label=words.short_title,
        meta=(words.place, "45 min", "CC BY 4.0"),
        spoken=("Polski, Українська",),
        status=status,
        status_label=status,
        palette="moss",
        seed=f"sample-{status}",
        starts=START,
        ends=START + timedelta(hours=5),
        previous_starts=START - timedelta(days=1) if status == "rescheduled" else None,
    )


def month(language: Language, words: Words) -> dict[str, Any]:
    """Four weeks of February 2027, which begins on a Monday; the 21st has an event, the 9th is today."""

    def first_of(number: int) -> SimpleNamespace:
        return SimpleNamespace(first_day=date(2027, number, 1))

    def day(number: int) -> SimpleNamespace:
        cards = [card(language, words)] if number == START.day else []
        return SimpleNamespace(date=date(2027, 2, number), in_month=True, is_today=number == 9, cards=cards)

    shown = SimpleNamespace(first_day=date(2027, 2, 1), before=first_of(1), after=first_of(3))
    return {
        "month": shown,
        "weeks": [[day(week * 7 + weekday) for weekday in range(1, 8)] for week in range(4)],
    }


def facet_groups(words: Words) -> list[FacetGroup]:
    options = (
        FacetOption("1", words.place, 12, True),
        FacetOption("2", words.long_title, 3, False),
        FacetOption("3", words.term, 0, False),
    )
    return [
        FacetGroup("sample", words.short_title, options),
        FacetGroup("other", words.unit, options[1:]),
        FacetGroup("folded", words.long_title, options[1:], folded=True),
        FacetGroup("unfolded", words.term, options, folded=True),
    ]


def facets(words: Words) -> SimpleNamespace:
    chosen = [Chip(words.place, "?"), Chip(words.long_title, "?")]
    return SimpleNamespace(any_chosen=True, number_chosen=2, chips=lambda: chosen, clear_url="?", keep={})


def file_groups(words: Words) -> list[tuple[Language, list[ShownFile]]]:
    def file(code: str, extension: str, size: int, pages: int | None) -> ShownFile:
        languages = (language_of(code),)
        return ShownFile(words.long_title, "#", extension, languages, size, pages, purpose=words.short_title)

    return [
        (language_of("pl"), [file("pl", "PDF", 184_320, 4), file("pl", "ODT", 61_440, None)]),
        (language_of("uk"), [file("uk", "PDF", 190_000, 4)]),
        (language_of("ar"), [file("ar", "PDF", 210_000, 1)]),
    ]


def page_checked(words: Words, checked_on: date, review_by: date) -> SimpleNamespace:
    return SimpleNamespace(checked_on=checked_on, review_by=review_by, responsible_unit=words.unit)


def sample_form() -> forms.Form:
    """A form that was sent half empty."""

    class SampleForm(forms.Form):
        email = forms.EmailField(
            label=_("E-mail address"), help_text=_("We send one message, then forget it.")
        )
        language = forms.ChoiceField(label=_("Language"), choices=[("pl", "Polski"), ("uk", "Українська")])
        note = forms.CharField(
            label=_("What should we prepare?"), required=False, widget=forms.Textarea(attrs={"rows": 3})
        )

    return SampleForm({"email": "anna@", "language": "pl", "note": ""})


def routes(words: Words) -> list[SimpleNamespace]:
    def route(phone: str, is_open: bool | None, hours: str) -> SimpleNamespace:
        return SimpleNamespace(
            title=words.unit,
            text=words.lead,
            phone=phone,
            url="#",
            open=is_open,
            hours=hours,
            languages=["Polski", "English"],
        )

    return [route("112", True, "24/7"), route("116 111", False, "8:00–16:00"), route("", None, "")]
