"""What a sticker and a banner look like: two voices, and the words where they meet."""

from collections.abc import Callable
from html import escape

from demo.file_generator.artwork import SVG
from demo.file_generator.backgrounds import palette_of
from demo.file_generator.licences import SHORT
from demo.file_generator.palettes import Palette
from demo.file_generator.sources import Source
from demo.file_generator.svg import qr_code
from demo.file_generator.svg.lettering import Lines, fitted
from site_core.illustrations.shapes import Corner, speech

INK, PAPER, ALARM = "#1e2032", "#fffdf8", "#b31319"


def sticker(source: Source) -> str:
    """Twelve by eight centimetres, ten units a millimetre: what to do, the code beside it, danger below."""
    colours = palette_of(source)
    address, office, alarm = parts(source)
    rows = qr_code.modules(str(source.facts["address"]))
    scale = 400 / len(rows)
    title = fitted(fact(source, "title"), 470, 250, 104)
    return drawing(
        source,
        (1200, 800),
        0.1,
        voices(
            colours,
            speech(-80, -100, 670, 580, Corner.BOTTOM_LEFT, 120),
            speech(50, 50, 640, 440, Corner.BOTTOM_RIGHT, 120),
        )
        + written(title, 90, 110, PAPER)
        + written(fitted(fact(source, "subtitle"), 470, 90, 54), 90, 110 + title.height + 44, colours.b)
        + f'<path fill="{PAPER}" d="{speech(740, 50, 400, 400, None, 20)}"/>'
        f'<path fill="{INK}" transform="translate(740 50) scale({scale:.4f})" d="{qr_code.path(rows)}"/>'
        + written(fitted(address, 520, 60, 60), 90, 545, INK)
        + written(fitted(office, 460, 60, 52), 680, 548, INK)
        + written(fitted(credit(source), 600, 30, 20), 740, 470, INK)
        + f'<path fill="{ALARM}" d="M0 640h1200v160H0z"/>'
        + written(fitted(alarm, 1020, 80, 84), 90, 690, PAPER),
    )


def banner(source: Source) -> str:
    """Three metres by one, a unit a millimetre: readable from the other side of the pitch."""
    colours = palette_of(source)
    (promise,) = parts(source)
    title = fitted(fact(source, "title"), 1330, 560, 300)
    said = fitted(promise, 940, 380, 130)
    return drawing(
        source,
        (3000, 1000),
        1,
        voices(
            colours,
            speech(-240, -200, 1960, 1090, Corner.BOTTOM_LEFT, 240),
            speech(180, 110, 2700, 740, Corner.BOTTOM_RIGHT, 240),
        )
        + written(title, 290, (110 + 850 - title.height) / 2, PAPER)
        + written(said, 1840, (110 + 850 - said.height) / 2, INK)
        + written(fitted(fact(source, "subtitle"), 1300, 60, 64), 1840, 896, colours.accent)
        + written(fitted(credit(source), 1300, 30, 24), 180, 930, INK),
    )


def parts(source: Source) -> list[str]:
    """The lines of the body; the one that begins with `##` stands in the red band."""
    return [line.removeprefix("## ").strip() for line in source.body.splitlines() if line.strip()]


def fact(source: Source, name: str) -> str:
    return str(source.facts[name])


def credit(source: Source) -> str:
    return f"Wspólny Język · {SHORT[fact(source, 'licence')]}"


def drawing(source: Source, size: tuple[int, int], scale: float, inner: str) -> str:
    """The whole drawing; what it shows is told in words, since outlines cannot be read out."""
    wide, high = size
    words = " · ".join([fact(source, "subtitle"), *parts(source), credit(source)])
    return (
        f'{SVG} viewBox="0 0 {wide} {high}" width="{wide * scale:g}mm" height="{high * scale:g}mm" '
        f'role="img" lang="{source.language}" aria-labelledby="title words">'
        f'<title id="title">{escape(fact(source, "title"))}</title><desc id="words">{escape(words)}</desc>'
        f'<path fill="{palette_of(source).ground}" d="M0 0h{wide}v{high}H0z"/>{inner}</svg>'
    )


def voices(colours: Palette, first: str, second: str) -> str:
    return (
        f'<clipPath id="shared"><path d="{first}"/></clipPath><path fill="{colours.a}" d="{first}"/>'
        f'<path fill="{colours.b}" d="{second}"/>'
        f'<path fill="{colours.shared}" clip-path="url(#shared)" d="{second}"/>'
    )


def written(lines: Lines, x: float, top: float, colour: str) -> str:
    return f'<path fill="{colour}" d="{lines.path(x, top)}"/>'


SIGNS: dict[str, Callable[[Source], str]] = {"sticker": sticker, "banner": banner}
