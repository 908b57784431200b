"""Markdown as Wagtail's editor would have stored it."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt

from site_core.languages.parts import part_attributes

_PAGE_LINK = re.compile(r'<a href="page:([a-z0-9-]+)">')
_PART = re.compile(r"\[([^\[\]]+)\]\{lang=([a-z-]+)\}")
_KEPT = {"strong": "b", "em": "i"}
# Spaces around these say nothing; between two words of running text, a link and a bold word say, they do.
_AROUND_BLOCKS = re.compile(r" ?(</?(?:p|ul|ol|li|blockquote|h[1-6])>|<br ?/?>) ?")


def rich_text(markdown: str, page_id: Callable[[str], int]) -> str:
    """
    Rich text for a Markdown text.

    Links `page:<key>` become links to the page itself, as the editor's page chooser makes them; `page_id` finds
    its id and raises for a key nobody knows. Line breaks inside a paragraph are spaces. `[Kodeks karny]{lang=pl}` are
    words in another language; a language nobody knows raises.
    """
    html = MarkdownIt("commonmark", {"html": False, "typographer": False}).render(markdown)
    for name, kept in _KEPT.items():
        html = html.replace(f"<{name}>", f"<{kept}>").replace(f"</{name}>", f"</{kept}>")
    # A "loose" list wraps each entry into a paragraph, which the editor does not know.
    html = re.sub(r"<li>\s*<p>(.*?)</p>", r"<li>\1", html, flags=re.DOTALL)
    html = _AROUND_BLOCKS.sub(r"\1", re.sub(r"\s*\n\s*", " ", html)).strip()
    html = _PART.sub(_part, html)
    return _PAGE_LINK.sub(lambda found: f'<a linktype="page" id="{page_id(found[1])}">', html)


def _part(found: re.Match[str]) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in part_attributes(found[2]).items())
    return f"<span{attributes}>{found[1]}</span>"


def plain(text: str) -> str:
    """A plain value wrapped over several lines, as one line a paragraph."""
    paragraphs = re.split(r"\n\s*\n", str(text).strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
