"""The drawings: the same each time, different from one another, and nothing a strict content policy would refuse."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from site_core.cards import Card
from site_core.illustrations import PALETTES, draw
from site_core.illustrations.compositions import COMPOSITIONS
from site_core.illustrations.dice import Dice
from site_core.illustrations.sheet import HEIGHT, WIDTH, Composition
from site_core.languages.known import language_of

SEEDS = [f"seed-{number}" for number in range(120)]


def test_the_same_seed_is_drawn_the_same() -> None:
    assert draw("k1", "river") == draw("k1", "river")


def test_a_known_seed_keeps_its_drawing_across_versions() -> None:
    """Campaigns keep their picture: if this fails, every picture on the site has changed."""
    dice = Dice("k1")
    assert [dice.between(0, 999) for _ in range(3)] == [106, 827, 786]


def test_different_seeds_look_different() -> None:
    bodies = {re.sub(r"art-[0-9a-f]{8}", "", draw(seed, "river")) for seed in SEEDS}
    assert len(bodies) == len(SEEDS)


def test_every_composition_is_reached() -> None:
    chosen = {Dice(seed).choose(COMPOSITIONS) for seed in SEEDS}
    assert chosen == set(COMPOSITIONS)


@pytest.mark.parametrize("seed", SEEDS)
def test_markup_is_small_well_formed_and_without_inline_style(seed: str) -> None:
    svg = draw(seed, "plum")
    root = ElementTree.fromstring(svg)
    assert len(svg) < 2600
    assert root.get("aria-hidden") == "true"
    for element in root.iter():
        assert "style" not in element.attrib
        assert not [name for name in element.attrib if name.startswith("on")]
        assert "fill" not in element.attrib, "colours belong to the style sheet"


@pytest.mark.parametrize("seed", SEEDS)
def test_shapes_stay_on_the_sheet(seed: str) -> None:
    """Absolute starting points of all shapes; arcs never reach further than half a shape from there."""
    dice = Dice(seed)
    composition = dice.choose(COMPOSITIONS)(dice)
    for x, y in re.findall(r"M(-?\d+) (-?\d+)", composition.first + composition.second):
        assert -1 <= int(x) <= WIDTH
        assert -1 <= int(y) <= HEIGHT


@pytest.mark.parametrize("compose", COMPOSITIONS)
def test_no_seed_leaves_a_page_without_its_drawing(compose: Callable[[Dice], Composition]) -> None:
    """Seeds are keys of pages, which nobody chooses: one in three thousand must not be an error either."""
    for number in range(4000):
        assert compose(Dice(f"page {number}")).first


@pytest.mark.parametrize("palette", PALETTES)
def test_palette_is_a_class(palette: str) -> None:
    assert f"palette-{palette}" in draw("k1", palette)


def test_an_unknown_palette_cannot_enter_the_markup() -> None:
    assert '"><script>' not in draw("k1", '"><script>')
    assert "palette-river" in draw("k1", "ultraviolet")


def test_two_drawings_of_one_page_have_different_ids() -> None:
    template = Template(
        "{% load illustrations %}{% illustration 'k1' 'clay' %}{% illustration 'k1' 'clay' %}"
    )
    ids = re.findall(r'id="(art-[0-9a-f]+)"', template.render(Context()))
    assert len(ids) == 2
    assert len(set(ids)) == 2


def test_ids_are_counted_across_included_templates() -> None:
    row = "{% include 'components/resource_row.html' %}"
    card = Card(url="/pl/", title="k1", language=language_of("pl"), seed="k1", palette="clay")
    ids = re.findall(r'id="(art-[0-9a-f]+)"', Template(row + row).render(Context({"card": card})))
    assert len(ids) == len(set(ids)) == 2
