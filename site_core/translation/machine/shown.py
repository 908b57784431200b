"""A passage as people read it: with its emphasis and its links as such, and nothing that does anything."""

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

EMPHASIS = {"b", "strong", "i", "em", "code"}
BREAK = "br"
LINK = "a"


def as_shown(passage: str) -> SafeString:
    """Whoever wrote it: a text that nobody has read may hold anything."""
    return _children(BeautifulSoup(passage, "html.parser"))


def _children(tag: Tag) -> SafeString:
    return format_html_join("", "{}", ((_element(child),) for child in tag.children))


def _element(element: PageElement) -> SafeString:
    if type(element) is NavigableString:  # Its subclasses are comments, scripts, and the like.
        return format_html("{}", str(element))
    if not isinstance(element, Tag):
        return SafeString("")
    if element.name == BREAK:
        return SafeString("<br>")
    inside = _children(element)
    if element.name == LINK:
        return format_html('<span class="machine-link">{}</span>', inside)
    if element.name in EMPHASIS:
        return format_html("<{0}>{1}</{0}>", SafeString(element.name), inside)
    return inside
