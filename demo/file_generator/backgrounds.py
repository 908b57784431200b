"""What is drawn behind the text of each layout, and in which colours: style sheets made for one source."""

import re
from collections.abc import Callable

from demo.file_generator.artwork import Sheet, as_url, composition, mark
from demo.file_generator.fitting import fit
from demo.file_generator.layouts import RTL, is_deck
from demo.file_generator.licences import SHORT
from demo.file_generator.palettes import PALETTES, Palette, tint
from demo.file_generator.sources import Source
from site_core.illustrations.shapes import Corner, speech


def palette_of(source: Source) -> Palette:
    return PALETTES[str(source.facts["palette"])]


def colours(source: Source) -> str:
    palette = palette_of(source)
    return (
        f":root{{--a:{palette.a};--b:{palette.b};--shared:{palette.shared};--ground:{palette.ground};"
        f"--accent:{palette.accent};--a-thin:{tint(palette.a, 0.2)};--b-thin:{tint(palette.b, 0.3)}}}"
    )


def margins(source: Source, pages: str = 'counter(page) " / " counter(pages)') -> str:
    """At the foot of each page: whose it is, under which licence, which page. The same words in every language."""
    near, far = ("right", "left") if source.language in RTL else ("left", "right")
    licence = SHORT[str(source.facts["licence"])]
    return (
        f'@page{{@bottom-{near}{{content:"Wspólny Język · {licence}";background:{as_url(mark(palette_of(source)))} '
        f"no-repeat {near} center / 6mm;padding-{near}:8mm}}"
        f"@bottom-{far}{{content:{pages}}}}}"
    )


def corner(source: Source) -> str:
    """The resource's own drawing in the upper corner of the first page."""
    far = "left" if source.language in RTL else "right"
    drawing = composition(source.prefix, str(source.facts["palette"]))
    return (
        f"@page :first{{background:{as_url(drawing)} no-repeat {far} -7mm top -10mm / 48mm 36mm}}"
        + margins(source)
    )


def poster(source: Source) -> str:
    """Two great voices, in millimetres of an A3 sheet. The headline stands in what they share, as large as it can."""
    mirrored, palette = source.language in RTL, palette_of(source)
    voices = Sheet(297, 420, palette, mirrored).voices(
        speech(10, -70, 226, 241, Corner.BOTTOM_LEFT, 70), speech(61, 14, 266, 180, Corner.BOTTOM_RIGHT, 70)
    )
    title, alarm = str(source.facts["title"]), source.body.rpartition("## ")[2].strip()
    headline, call = fit(title, source.language, 146, 96, 40), fit(alarm, source.language, 262, 20, 14)
    # The overlap is between 14 and 171 mm; under the headline are some 22 mm of subtitle.
    top = (14 + 171 - headline.height - 22) / 2
    return (
        f"@page{{background:{palette.ground} {as_url(voices)} no-repeat 0 0 / 297mm 420mm}}"
        f".head{{top:{top:.1f}mm}}.head h1{{font-size:{headline.size}mm}}.alarm h2{{font-size:{call.size}mm}}"
        + margins(source, pages="none")
    )


def screen(source: Source) -> str:
    """In millimetres of a sheet of 16:9: the headline where the voices meet, the ways beside it, danger below."""
    palette = palette_of(source)
    voices = Sheet(320, 180, palette).voices(
        speech(-30, -40, 190, 168, Corner.BOTTOM_LEFT, 42), speech(12, 12, 164, 122, Corner.BOTTOM_RIGHT, 42)
    )
    title, alarm = str(source.facts["title"]), source.body.rpartition("## ")[2].strip()
    # The overlap is 148 mm wide, from 12 to 128 mm; under the headline is a line of subtitle.
    headline, call = fit(title, source.language, 120, 78, 34), fit(alarm, source.language, 296, 18, 15)
    top = (12 + 128 - headline.height - 18) / 2
    longest = max(re.findall(r"\*\*(.+?)\*\*", source.body), key=len)
    way = fit(longest, source.language, 108, 13, 12)
    return (
        f"@page{{background:{palette.ground} {as_url(voices)} no-repeat 0 0 / 320mm 180mm}}"
        f".head{{top:{top:.1f}mm}}.head h1{{font-size:{headline.size}mm}}.alarm h2{{font-size:{call.size}mm}}"
        f".message strong{{font-size:{way.size}mm}}"
    )


def slides(source: Source) -> str:
    """Two voices behind the title; on the others, one corner of them. The title slide is not counted."""
    palette = palette_of(source)
    title = Sheet(339, 191, palette).voices(
        speech(16, -60, 256, 212, Corner.BOTTOM_LEFT, 60), speech(52, 26, 330, 146, Corner.TOP_RIGHT, 60)
    )
    small = Sheet(339, 191, palette).voices(
        speech(284, -20, 36, 48, Corner.BOTTOM_LEFT, 16), speech(302, -20, 60, 66, Corner.BOTTOM_RIGHT, 16)
    )
    return (
        f"@page{{background:{as_url(small)} no-repeat -26mm -20mm / 339mm 191mm}}"
        f"@page :first{{background:{palette.ground} {as_url(title)} no-repeat -26mm -20mm / 339mm 191mm;"
        f"@bottom-right{{content:none}}}}" + margins(source, pages="string(slide)")
    )


def card(source: Source) -> str:
    """Of A5: two voices across the head, the words where they meet."""
    deck = is_deck(source)
    low = 33 if deck else 46
    band = Sheet(148, 210, palette_of(source), source.language in RTL).voices(
        speech(-30, -60, 156, low + 60, Corner.BOTTOM_LEFT, 14),
        speech(9, -60, 200, low + 66, Corner.BOTTOM_RIGHT, 14),
    )
    pages = "" if deck else " :first"
    return f"@page{pages}{{background:{as_url(band)} no-repeat -13mm -11mm / 148mm 210mm}}" + margins(source)


def pair(source: Source) -> str:
    """Behind each bilingual card two voices, one a language."""
    palette = palette_of(source)
    thin = Palette(
        tint(palette.a, 0.25), tint(palette.b, 0.25), tint(palette.a, 0.55), palette.ground, palette.accent
    )
    both = Sheet(170, 104, thin).voices(
        speech(0, 0, 90, 104, Corner.BOTTOM_LEFT, 10), speech(80, 0, 90, 104, Corner.BOTTOM_RIGHT, 10)
    )
    return f".card{{background:{as_url(both)} no-repeat 0 0 / 170mm 104mm}}" + corner(source)


BACKGROUNDS: dict[str, Callable[[Source], str]] = {
    "document": corner,
    "poster-a3": poster,
    "screen": screen,
    "card-a5": card,
    "slides": slides,
    "leaflet": corner,
    "bilingual": pair,
}
