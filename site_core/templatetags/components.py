"""
Small components that stand on a page dozens of times. Known to every template without `{% load %}`.

An `{% include %}` pushes a context and walks a template each time; where the outcome follows from one or two words,
that is most of a page's cost.
"""

import html
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail.rich_text import RichText, expand_db_html

from site_core.blocks.shown import shown_blocks
from site_core.headings import AnchoredText, anchored, without_headings
from site_core.languages.known import Language, language_of
from site_core.languages.lists import comma as comma_being_read
from site_core.languages.outdated import Outdated, Passage
from site_core.languages.paragraphs import Marked, with_places
from site_core.languages.reading import language_shown, shown_in, told_in
from site_core.languages.words import Words, language_attributes, readers_attributes
from site_core.search.extracts import Piece

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=64)
def icon(name: str, turns: bool = False) -> SafeString:
    """`{% icon "arrow" turns=True %}`: see components/icon.html for the names."""
    return SafeString(render_to_string("components/icon.html", {"name": name, "turns": turns}))


@register.simple_tag
def marked_pieces(pieces: Iterable[Piece]) -> SafeString:
    """`{% marked_pieces card.extract %}`: a passage of what was found, with the words marked that were looked for."""
    # Not Django's `escape`, which asks of each piece whether it is lazy: a list of results has two hundred.
    shown = ((html.escape(piece.text), piece.marked) for piece in pieces)
    return SafeString("".join(f"<mark>{text}</mark>" if is_marked else text for text, is_marked in shown))


@register.simple_tag
def comma() -> str:
    """`{% comma %}`: what stands between two words of a list, in the language being read."""
    return comma_being_read()


@register.simple_tag
def language_tag(of: Language | None) -> SafeString:
    """Attributes for a part of the page that is in another language than the page: ` lang="uk" dir="ltr"`, or none."""
    return language_attributes(of)


@register.simple_tag
def page_language() -> SafeString:
    """`{% page_language %}`: attributes of what the page itself says, where that is not in the reader's language."""
    return language_attributes(language_shown())


@register.simple_tag
def reader_language() -> SafeString:
    """`{% reader_language %}`: attributes of words of ours inside what the page says in another language."""
    return readers_attributes(language_shown())


@register.simple_tag(name="language_shown")
def language_of_page() -> Language:
    """`{% language_shown as shown %}`: the language that the page itself is written in."""
    return language_shown()


@register.simple_tag
def in_language(text: str, language: Language) -> Words:
    """`{% in_language card.summary card.language %}`: the text, marked where that is not the reader's language."""
    return Words(text, language)


@register.simple_tag
def in_its_language(text: str, row: TranslatableMixin) -> Words:
    """`{% in_its_language line.title line %}`: the text of a snippet, marked likewise."""
    return Words(text, language_of(row.locale.language_code))


@register.filter
def prose(text: RichText | str) -> SafeString:
    """Rich text as readers get it. Wagtail's own filter walks a template for each paragraph to say the same."""
    return SafeString(expand_db_html(text.source if isinstance(text, RichText) else text or ""))


@register.simple_tag(takes_context=True)
def blocks_shown(context: template.Context, stream: Iterable[Any]) -> SafeString:
    """`{% blocks_shown page.body %}`: its blocks, each in a wrapper. Their templates know `request` and `frame`."""
    return shown_blocks(stream, {name: context.get(name) for name in ("request", "frame")})


@register.simple_tag(takes_context=True)
def anchored_body(context: template.Context, stream: StreamValue) -> AnchoredText:
    """`{% anchored_body page.body as text %}`: the body as `components/body.html` shows it, its headings with ids."""
    body = template.Engine.get_default().get_template("components/body.html")
    with context.push(stream=stream):
        return anchored(body.render(context), language_shown().code)


@register.simple_tag
def passages(outdated: Outdated, stream: Iterable[Any]) -> list[Passage]:
    """`{% passages outdated page.body as shown %}`: the blocks of a version that is behind its source."""
    return list(outdated.passages(stream))


@register.simple_tag(takes_context=True)
def source_passage(context: template.Context, outdated: Outdated, block: Any) -> SafeString:
    """
    `{% source_passage outdated passage.source %}`: a block of the source, in its language.

    Its headings are none: they would stand in the outline, and in "on this page", twice.
    """
    body = template.Engine.get_default().get_template("components/body.html")
    with shown_in(outdated.language), context.push(stream=[block], outdated=None):
        html = body.render(context)
    return without_headings(html)


@register.simple_tag
def marked_text(outdated: Outdated, marked: Marked) -> SafeString:
    """`{% marked_text outdated passage.marked %}`: a running text whose older paragraphs say so in their place."""

    def sign(number: int, ends: bool) -> str:
        place = marked.places[number]
        facts: dict[str, Any] = {"place": place, "ends": ends, "language": outdated.language}
        if ends:
            with shown_in(outdated.language):
                facts["source"] = without_headings(prose(place.source))
        return render_to_string("components/older_place.html", facts)

    return SafeString(with_places(prose(marked.html), sign))


@register.simple_tag(takes_context=True)
def running_text(context: template.Context, name: str) -> SafeString:
    """`{% running_text "aim" %}`: rich text of the page, its older paragraphs marked where they are known."""
    outdated: Outdated | None = context.get("outdated")
    marked = outdated.marked_text(name) if outdated else None
    if outdated is None or marked is None:
        return prose(getattr(context["page"], name))
    return marked_text(outdated, marked)


@register.simple_tag(takes_context=True)
def older(context: template.Context, name: str) -> SafeString:
    """
    `{% older "lead" %}` behind a text of the page: says that it is older than the source's, and what that says.

    Nothing where the text itself says so, paragraph by paragraph.
    """
    outdated: Outdated | None = context.get("outdated")
    if outdated is None or name not in outdated.texts:
        return SafeString()
    field = outdated.source._meta.get_field(name)
    if isinstance(field, RichTextField) and outdated.marked_text(name) is not None:
        return SafeString()
    facts = {
        "text": getattr(outdated.source, name),
        "language": outdated.language,
        "prose": isinstance(field, RichTextField),
    }
    return SafeString(render_to_string("components/older_text.html", facts))


@register.simple_tag
def fixed(template_name: str, **facts: Any) -> SafeString:
    """
    `{% fixed "components/main_menu.html" items=frame.menu %}`: a component that shows these facts and nothing else.

    Rendered without the page's context, so that the same facts in the same language always make the same markup,
    and made once for as long as it is among the thousand used last. Facts have to be hashable; a list counts as a
    tuple.
    """
    known = tuple((name, tuple(fact) if isinstance(fact, list) else fact) for name, fact in facts.items())
    # Two moments that are one, told in different zones, are equal to Python and not to a reader.
    clocks = tuple(clock for _name, fact in known for clock in getattr(fact, "clocks", ()))
    return _made(template_name, (*told_in(), *clocks), known)


@lru_cache(maxsize=1024)
def _made(template_name: str, told: tuple[str | None, ...], facts: tuple[tuple[str, Any], ...]) -> SafeString:
    return SafeString(render_to_string(template_name, dict(facts)))
