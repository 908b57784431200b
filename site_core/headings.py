"""Headings of a page's text: an address for each, and a list to jump by."""

import re
from dataclasses import dataclass
from html import unescape

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from site_core.translation.slugs import slug_of

# What blocks and the editor's rich text write; a heading that has an id already is the template's own.
HEADING = re.compile(r"<h2((?:\s(?!id=)[a-z-]+=\"[^\"]*\")*)>(.*?)</h2>", re.DOTALL)
ANY_BELOW_THE_TITLE = re.compile(r"<(/?)h[2-6]\b[^>]*>")
# No id of a template begins like this, so an editor's "Content" or "Files" cannot take one of theirs.
PREFIX = "section-"
FEWEST_TO_JUMP_BY = 3


@dataclass(frozen=True, slots=True)
class Heading:
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class AnchoredText:
    """The markup of a text whose second-level headings have ids, and what stands in them."""

    html: SafeString
    headings: tuple[Heading, ...]

    @property
    def contents(self) -> tuple[Heading, ...]:
        """What "on this page" lists; nothing where the page is short."""
        return self.headings if len(self.headings) >= FEWEST_TO_JUMP_BY else ()


def anchored(html: SafeString, code: str) -> AnchoredText:
    """
    `html`, written in language `code`, with an id for each `<h2>`.

    An id follows from the words, in Latin letters whatever the script, so that it can be read, printed and typed; the
    same words a second time get a number.
    """
    headings: list[Heading] = []
    taken: set[str] = set()

    def with_id(match: re.Match[str]) -> str:
        title = " ".join(unescape(strip_tags(match[2])).split())
        anchor = _free(PREFIX + (slug_of(title, code) or str(len(headings) + 1)), taken)
        taken.add(anchor)
        headings.append(Heading(title, anchor))
        return f'<h2 id="{anchor}"{match[1]}>{match[2]}</h2>'

    marked = HEADING.sub(with_id, html)
    return AnchoredText(SafeString(marked), tuple(headings))


def without_headings(html: str) -> SafeString:
    """Markup of ours whose headings only look like it: they would stand in the outline of the page twice."""
    return SafeString(ANY_BELOW_THE_TITLE.sub(lambda tag: "</p>" if tag[1] else '<p class="as-h3">', html))


def _free(wished: str, taken: set[str]) -> str:
    anchor, number = wished, 1
    while anchor in taken:
        number += 1
        anchor = f"{wished}-{number}"
    return anchor
