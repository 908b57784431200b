"""Running text with its emphasis and links."""

from xml.sax.saxutils import escape, quoteattr

from markdown_it.token import Token

_OPENING = {"strong_open": "Strong", "em_open": "Emphasis"}


def inline(token: Token) -> str:
    """The inside of a paragraph, heading or cell. Line breaks of the source are spaces."""
    written = []
    for child in token.children or []:
        if child.type == "text":
            written.append(escape(child.content))
        elif child.type == "softbreak":
            written.append(" ")
        elif child.type == "hardbreak":
            written.append("<text:line-break/>")
        elif child.type in _OPENING:
            written.append(f'<text:span text:style-name="{_OPENING[child.type]}">')
        elif child.type in ("strong_close", "em_close"):
            written.append("</text:span>")
        elif child.type == "link_open":
            address = quoteattr(str(child.attrGet("href")))
            written.append(f'<text:a xlink:type="simple" xlink:href={address}>')
        elif child.type == "link_close":
            written.append("</text:a>")
        else:
            raise ValueError(f"no way to write “{child.type}” into an office document")
    return "".join(written)
