"""ODT and ODP."""

from site_core.search.file_texts.unseen.elements import Attributes, Unseen, said

_NAMESPACES = "urn:oasis:names:tc:opendocument:xmlns:"
_SHAPE_IS_SHOWN = f"{_NAMESPACES}drawing:1.0 display"
_TITLE_OF_A_DRAWING = f"{_NAMESPACES}svg-compatible:1.0 title"
_FAMILIES = {"span": "text", "p": "paragraph", "h": "paragraph", "page": "drawing-page"}


class UnseenInOpenDocument(Unseen):
    """What a condition hides is taken as it was when the file was saved, as the file says."""

    never_seen = frozenset({"tracked-changes", "annotation", "notes", "script", "desc"})

    def look(self, name: str, local: str, attributes: Attributes) -> None:
        if name == _TITLE_OF_A_DRAWING or attributes.get(_SHAPE_IS_SHOWN) in ("none", "printer"):
            self.left_out_at = self.depth
        elif family := _FAMILIES.get(local):
            if self.hides(family, said(attributes, "style-name")):
                self.left_out_at = self.depth
        elif local == "style":
            wanted = ("family", "name", "parent-style-name")
            self.declare(*(said(attributes, each) for each in wanted))
        elif self.style is not None:
            self._look_at_properties(local, attributes)
        else:
            self._look_at_text(local, attributes)

    def _look_at_properties(self, local: str, attributes: Attributes) -> None:
        """Of a style."""
        assert self.style is not None  # noqa: S101 - for the type checker
        if local == "text-properties" and (display := said(attributes, "display")):
            self.style.hides = display == "none"
        elif local == "drawing-page-properties" and (visibility := said(attributes, "visibility")):
            self.style.hides = visibility == "hidden"

    def _look_at_text(self, local: str, attributes: Attributes) -> None:
        is_hidden = said(attributes, "is-hidden") == "true"
        if local == "section":
            if is_hidden or said(attributes, "display") == "none":
                self.left_out_at = self.depth
        elif local == "hidden-text":
            if is_hidden:
                self.left_out_at = self.depth
        elif local == "hidden-paragraph" and is_hidden and self.paragraphs_at:
            self.left_out_at = self.paragraphs_at[-1]
            self.takes_back = True
