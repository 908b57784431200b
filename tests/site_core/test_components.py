"""Components that are made once are made of what they show."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from django.template import Context, Template
from django.template.loader import render_to_string

from site_core.cards import Card
from site_core.files import ShownFile
from site_core.languages.known import language_of
from site_core.languages.reading import reading

ROW = Template('{% fixed "components/event_row.html" card=card %}')


def row(starts: datetime, title: str = "Debata") -> str:
    card = Card(url="/pl/", title=title, language=language_of("pl"), starts=starts, ends=starts)
    with reading(language_of("pl")):
        return ROW.render(Context({"card": card}))


def test_one_moment_in_two_zones_is_two_times_to_read() -> None:
    in_krakow = datetime(2027, 1, 1, 18, tzinfo=ZoneInfo("Europe/Warsaw"))
    in_kyiv = in_krakow.astimezone(ZoneInfo("Europe/Kyiv"))
    assert in_krakow == in_kyiv
    assert "18:00" in row(in_krakow)
    assert "19:00" in row(in_kyiv)


def test_another_title_is_another_row() -> None:
    day = datetime(2027, 1, 1, 18, tzinfo=ZoneInfo("Europe/Warsaw"))
    assert "Spacer" in row(day, "Spacer")
    assert "Spacer" not in row(day, "Debata")


def test_it_is_made_in_the_language_being_read() -> None:
    item = Template('{% fixed "components/main_menu.html" items=items %}')
    said = []
    for code in ("pl", "uk"):
        with reading(language_of(code)):
            said.append(item.render(Context({"items": []})))
    assert said[0] != said[1]


def test_titles_stay_text() -> None:
    day = datetime(2027, 1, 1, 18, tzinfo=ZoneInfo("Europe/Warsaw"))
    assert "<script>" not in row(day, "<script>alert(1)</script>")


def test_in_arabic_the_size_of_a_file_stands_after_its_format() -> None:
    """Together in one `<bdi>` they were in the direction of the first letter: "kilobytes 16.5, PDF" to its reader."""
    file = ShownFile("Plakat", "/documents/1/plakat.pdf", "PDF", (language_of("pl"),), 16_900)
    with reading(language_of("ar")):
        button = render_to_string("components/download_button.html", {"file": file})
    assert re.search(r"<bdi>PDF</bdi>، 16,5\s\w+</span></a>", button)
