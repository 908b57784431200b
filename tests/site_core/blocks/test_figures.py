"""A picture is shown from plain facts as Wagtail's own tags show it, and never one that is no longer there."""

from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext

from site_core.blocks.shown import shown_blocks
from site_core.media import pictures as pictures_as_facts
from site_core.models import SiteImage
from tests.site_core.blocks import streams
from tests.site_core.media import pictures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_polish")]

BY_WAGTAIL = Template(
    "{% load wagtailimages_tags %}{% picture image width-{360,480,720,1080} format-{avif,webp} sizes=sizes"
    ' loading="lazy" decoding="async" %}'
)
DRAWING_BY_WAGTAIL = Template(
    '{% load wagtailimages_tags %}{% image image original preserve-svg loading="lazy" %}'
)


@pytest.fixture
def image() -> SiteImage:
    data = ContentFile(pictures.telling("jpeg"), "mur.jpeg")
    return SiteImage.objects.create(title="mur.jpeg", description="Mur bez napisów", file=data)


def stored(image: SiteImage, **said: Any) -> dict[str, Any]:
    picture = {"image": image.pk, "alt_text": "Czysty mur", "decorative": False} | said
    return {"image": picture, "caption": "Przy <Rynku>", "credit": "CC0"}


def previewed(value: dict[str, Any]) -> str:
    return shown_blocks(streams.stored("figure", value), {"request": SimpleNamespace(is_preview=True)})


@pytest.mark.parametrize("alt", ["Czysty mur", 'Napis "precz" & <b>'])
def test_it_looks_as_wagtails_own_tag_makes_it(image: SiteImage, alt: str) -> None:
    markup = streams.shown("figure", stored(image, alt_text=alt))
    image.contextual_alt_text, image.decorative = alt, False
    sizes = f"min(92vw, 46rem, {round(70 * image.width / image.height)}vh, {image.width}px)"
    assert BY_WAGTAIL.render(Context({"image": image, "sizes": sizes})) in markup
    assert markup.count("image/avif") == 1
    assert "Przy &lt;Rynku&gt;" in markup


def test_a_drawing_looks_as_wagtails_own_tag_makes_it() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>'
    drawing = SiteImage.objects.create(title="Znak", file=ContentFile(svg, "znak.svg"))
    markup = streams.shown("figure", stored(drawing))
    drawing.contextual_alt_text, drawing.decorative = "Czysty mur", False
    assert DRAWING_BY_WAGTAIL.render(Context({"image": drawing})) in markup
    assert ".svg" in markup


def test_each_use_has_its_own_words(image: SiteImage) -> None:
    assert 'alt="Czysty mur"' in streams.shown("figure", stored(image))
    assert 'alt="Co widać"' in streams.shown("figure", stored(image, alt_text="Co widać"))
    assert 'alt=""' in streams.shown("figure", stored(image, decorative=True))
    assert 'alt="Mur bez napisów"' in streams.shown("figure", stored(image, alt_text=""))


def test_an_id_alone_is_a_picture_as_for_wagtail(image: SiteImage) -> None:
    assert 'alt="Mur bez napisów"' in streams.shown(
        "figure", {"image": image.pk, "caption": "", "credit": ""}
    )


def test_a_withdrawn_one_is_shown_to_who_previews_and_then_to_nobody_else(image: SiteImage) -> None:
    assert "<img" in streams.shown("figure", stored(image))
    SiteImage.objects.filter(pk=image.pk).update(withheld_by=uuid4(), address_generation=1)
    assert "<img" in previewed(stored(image))
    gone = streams.shown("figure", stored(image))
    assert "figure" not in gone.replace("block--figure", "")
    assert "Rynku" not in gone


def test_one_that_is_withdrawn_while_its_sizes_are_made_is_not_shown(
    image: SiteImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are made under names that no reader is to know."""
    make = pictures_as_facts.get_renditions_or_not_found

    def withdrawn_first(of: SiteImage, specs: tuple[str, ...]) -> object:
        SiteImage.objects.filter(pk=of.pk).update(withheld_by=uuid4(), address_generation=1)
        return make(of, specs)

    monkeypatch.setattr(pictures_as_facts, "get_renditions_or_not_found", withdrawn_first)
    assert "<img" not in streams.shown("figure", stored(image))
    assert image.renditions.count() == 8
    monkeypatch.undo()
    SiteImage.objects.filter(pk=image.pk).update(withheld_by=None, address_generation=0)
    assert caches["renditions"].get(pictures_as_facts.kept_as(image.pk)) is None


def test_a_drawing_of_no_height_is_shown() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>'
    drawing = SiteImage.objects.create(title="Znak", file=ContentFile(svg, "znak.svg"))
    SiteImage.objects.filter(pk=drawing.pk).update(height=0)
    assert "<img" in streams.shown("figure", stored(drawing))


def test_one_that_was_deleted_leaves_its_words(image: SiteImage) -> None:
    value = stored(image)
    assert "<img" in streams.shown("figure", value)
    image.delete()
    left = streams.shown("figure", value)
    assert "<img" not in left
    assert "<figcaption>" in left
    assert "<img" not in streams.shown("figure", {"image": None, "caption": "Podpis", "credit": ""})


def test_sizes_that_were_taken_away_are_made_again(image: SiteImage) -> None:
    """In the process that took them away; others know them for ten minutes, as Wagtail does."""
    streams.shown("figure", stored(image))
    for rendition in image.renditions.all():
        rendition.delete()
    assert image.renditions.count() == 0
    streams.shown("figure", stored(image))
    assert image.renditions.count() == 8


def test_another_file_has_other_addresses(image: SiteImage) -> None:
    before = streams.shown("figure", stored(image))
    image.file = ContentFile(pictures.telling("png"), "inny.png")
    image.save()
    image.renditions.all()._raw_delete("default")  # in another process: nothing is heard of it in this one
    after = streams.shown("figure", stored(image))
    assert "inny" in after
    assert "inny" not in before


def test_a_picture_whose_file_is_missing_breaks_no_page_and_comes_back_with_its_file(
    image: SiteImage,
) -> None:
    name = image.file.name
    with default_storage.open(name) as file:
        data = file.read()
    default_storage.delete(name)
    assert "not-found" in streams.shown("figure", stored(image))
    default_storage.save(name, ContentFile(data))
    assert "not-found" not in streams.shown("figure", stored(image))


def test_one_query_for_all_pictures_of_a_body_and_four_where_their_sizes_are_not_remembered(
    image: SiteImage,
) -> None:
    other = SiteImage.objects.create(title="b.png", file=ContentFile(pictures.telling("png"), "b.png"))
    body = [{"type": "figure", "value": stored(one), "id": str(one.pk)} for one in (image, other, image)]
    first = shown_blocks(streams.BODY.to_python(body), {})
    with CaptureQueriesContext(connection) as queries:
        again = shown_blocks(streams.BODY.to_python(body), {})
    assert len(queries) == 1
    caches["renditions"].clear()
    with CaptureQueriesContext(connection) as queries:
        in_another_process = shown_blocks(streams.BODY.to_python(body), {})
    assert len(queries) == 4  # rows, pictures, their sizes; and whether any was withdrawn meanwhile
    assert first == again == in_another_process
    assert again.count("<picture>") == 3
