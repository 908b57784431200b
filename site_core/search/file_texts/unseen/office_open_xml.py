"""DOCX and PPTX."""

from site_core.search.file_texts.unseen.elements import Attributes, Unseen, said

_OFF = frozenset({"0", "false", "off"})
_TELLING = frozenset(
    {"r", "tr", "hidden", "vanish", "rStyle", "pStyle", "style", "basedOn", "sld", "cNvPr", "docPr"}
)


class UnseenInOfficeOpenXml(Unseen):
    """
    Whether a run of text is hidden is known once its properties have gone by, which come first; so with a row, a shape.

    `run_at`, `row_at`: their depth, 0 outside; a run within a run (in a text box) ends the outer one's properties.
    """

    never_seen = frozenset({"del", "moveFrom", "Fallback"})
    remembered = Unseen.remembered | {"r", "tr"}

    def __init__(self) -> None:
        super().__init__()
        self.run_at = self.row_at = 0
        self.run_is_hidden = False
        self.hidden_paragraphs_at: set[int] = set()

    def look(self, name: str, local: str, attributes: Attributes) -> None:
        if self.run_is_hidden and local != "rPr" and self.depth - self.run_at == 1:
            self.left_out_at = self.run_at
        elif local in _TELLING:
            self._look(local, attributes)

    def _look(self, local: str, attributes: Attributes) -> None:
        in_run, in_row = (at and self.depth - at for at in (self.run_at, self.row_at))
        if local == "r":
            self.run_at = self.depth
            self.run_is_hidden = (
                bool(self.paragraphs_at) and self.paragraphs_at[-1] in self.hidden_paragraphs_at
            )
        elif local == "tr":
            self.row_at = self.depth
        elif local == "hidden" and in_row == 2:
            self.left_out_at = self.row_at if _is_on(attributes) else 0
        elif local == "vanish" and in_run == 2:
            self.run_is_hidden = _is_on(attributes)
        elif local == "rStyle" and in_run == 2:
            hides = self.hides("character", said(attributes, "val"))
            self.run_is_hidden = self.run_is_hidden if hides is None else hides
        elif local == "pStyle" and self.paragraphs_at and self.depth - self.paragraphs_at[-1] == 2:
            if self.hides("paragraph", said(attributes, "val")):
                self.hidden_paragraphs_at.add(self.paragraphs_at[-1])
        elif self.style is not None:
            self._look_at_properties(local, attributes)
        else:
            self._look_at_shapes(local, attributes)

    def forget(self, depth: int) -> None:
        self.hidden_paragraphs_at.discard(depth)
        super().forget(depth)
        if depth == self.run_at:
            self.run_at, self.run_is_hidden = 0, False
        elif depth == self.row_at:
            self.row_at = 0

    def _look_at_properties(self, local: str, attributes: Attributes) -> None:
        """Of a style."""
        assert self.style is not None  # noqa: S101 - for the type checker
        if local == "basedOn":
            self.style.parent = (self.style.parent[0], said(attributes, "val"))
        elif local == "vanish" and self.depth - self.style_at == 2:
            self.style.hides = _is_on(attributes)

    def _look_at_shapes(self, local: str, attributes: Attributes) -> None:
        if local == "style":
            self.declare(said(attributes, "type"), said(attributes, "styleId"), "")
        elif local == "sld":
            self.left_out_at = self.depth if said(attributes, "show") in _OFF else 0
        elif local in ("cNvPr", "docPr") and said(attributes, "hidden") not in ("", *_OFF):
            # Properties of a shape stand in an element of their own in PowerPoint, in Word at once in the shape.
            self.left_out_at = max(self.depth - (2 if local == "cNvPr" else 1), 1)


def _is_on(attributes: Attributes) -> bool:
    """Of what is meant by being there, unless it says the contrary."""
    return said(attributes, "val") not in _OFF
