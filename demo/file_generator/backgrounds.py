"""What is drawn behind the text of each layout, and in which colours: style sheets made for one source."""

from collections.abc import Callable

from demo.file_generator.artwork import Sheet, as_url, composition, mark
from demo.file_generator.fitting import type_size
from demo.file_generator.layouts import RTL
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
    drawing = composition(source.prefix, palette_of(source), source.language in RTL)
    return f"@page :first{{background:{as_url(drawing)} no-repeat {far} 14mm top 10mm / 52mm 39mm}}" + margins(source)


def poster(source: Source) -> str:
    """Two great voices, in millimetres of an A3 sheet. The headline stands in what they share, as large as it can."""
    mirrored, palette = source.language in RTL, palette_of(source)
    voices = Sheet(297, 420, palette, mirrored).voices(
        speech(10, -70, 226, 241, Corner.BOTTOM_LEFT, 70), speech(61, 14, 266, 180, Corner.BOTTOM_RIGHT, 70)
    )
    title, alarm = str(source.facts["title"]), source.body.rpartition("## ")[2].strip()
    title_size = type_size(title, source.language, 146, 92, 40)
    alarm_size = type_size(alarm, source.language, 262, 20, 14)
    return (
        f"@page{{background:{palette.ground} {as_url(voices)} no-repeat 0 0 / 297mm 420mm}}"
        f".head h1{{font-size:{title_size}mm}}.alarm h2{{font-size:{alarm_size}mm}}" + margins(source, pages="none")
    )


def slides(source: Source) -> str:
    """Two voices behind the title; on the others, one corner of them. The title slide is not counted."""
    palette = palette_of(source)
    title = Sheet(339, 191, palette).voices(
        speech(-60, -60, 300, 226, Corner.BOTTOM_LEFT, 80), speech(150, 60, 260, 190, Corner.TOP_RIGHT, 80)
    )
    small = Sheet(339, 191, palette).voices(
        speech(284, 150, 50, 60, Corner.BOTTOM_LEFT, 20), speech(310, 132, 60, 44, Corner.TOP_RIGHT, 20)
    )
    return (
        f"@page{{background:{as_url(small)} no-repeat 0 0 / 339mm 191mm}}"
        f"@page :first{{background:{palette.ground} {as_url(title)} no-repeat 0 0 / 339mm 191mm;"
        f"@bottom-right{{content:none}}}}"
        + margins(source, pages="string(slide)")
    )


def card(source: Source) -> str:
    """Of A5: a band of two voices across the head."""
    height = 26 if source.body.lstrip().startswith("## ") else 50
    band = Sheet(148, 210, palette_of(source), source.language in RTL).voices(
        speech(-30, -40, 160, height + 40, Corner.BOTTOM_LEFT, 20), speech(112, -40, 70, height + 28, Corner.BOTTOM_RIGHT, 16)
    )
    first = "" if height == 26 else " :first"
    return f"@page{first}{{background:{as_url(band)} no-repeat 0 0 / 148mm 210mm}}" + margins(source)


def pair(source: Source) -> str:
    """Behind each bilingual card two voices, one a language."""
    palette = palette_of(source)
    thin = Palette(tint(palette.a, 0.25), tint(palette.b, 0.25), tint(palette.a, 0.55), palette.ground, palette.accent)
    both = Sheet(170, 104, thin).voices(
        speech(0, 0, 90, 104, Corner.BOTTOM_LEFT, 10), speech(80, 0, 90, 104, Corner.BOTTOM_RIGHT, 10)
    )
    return f".card{{background:{as_url(both)} no-repeat 0 0 / 170mm 104mm}}" + corner(source)


BACKGROUNDS: dict[str, Callable[[Source], str]] = {
    "document": corner,
    "poster-a3": poster,
    "card-a5": card,
    "slides": slides,
    "leaflet": corner,
    "bilingual": pair,
}
