"""A reader who has no pointer: walks a page by Tab and looks where the focus is."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

# Every element that Tab must reach, in the order of the document. Of radio buttons with one name it reaches the
# chosen one, the others are the arrow keys'.
TABBABLE = """
const passedOver = radio => radio.type === "radio" && !radio.checked
  && Boolean(radio.form?.querySelector(`input[type=radio][name="${radio.name}"]:checked`));
const tabbable = () => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, video[controls], [tabindex]"
  )].filter(element =>
    element.tabIndex >= 0 && !element.disabled && !passedOver(element)
    && element.checkVisibility({visibilityProperty: true})
  );
"""

STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const ring = shown => {
    const style = getComputedStyle(shown);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const around = element.closest("label, .search");
  // Of a link over two lines the first: the middle of the whole box may lie beside both.
  const line = element.getClientRects()[0] || box;
  const at = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
  return {
    html: element.outerHTML.slice(0, 120),
    index: tabbable().indexOf(element),
    ring: ring(element) || Boolean(around) && ring(around),
    in_view: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    uncovered: Boolean(at) && (element.contains(at) || at.contains(element)),
    positive: element.tabIndex > 0,
    x: box.x,
    y: box.y,
  };
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the focus is, and whether a reader can see that it is there."""

    html: str
    index: int
    ring: bool
    in_view: bool
    uncovered: bool
    positive: bool
    x: float
    y: float

    @property
    def seen(self) -> bool:
        return self.ring and self.in_view and self.uncovered and not self.positive


def focus(page: Page) -> Stop | None:
    """The focused element; None when the page itself has the focus."""
    found: dict[str, Any] | None = page.evaluate(STOP.replace("{", "{" + TABBABLE, 1))
    return Stop(**found) if found else None


def tabbable(page: Page) -> int:
    return page.evaluate(f"() => {{ {TABBABLE} return tabbable().length }}")


def walk(page: Page, most: int) -> list[Stop]:
    """Tab from the top until the focus leaves the page; at most `most` stops, which means a trap."""
    stops: list[Stop] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = focus(page)
        if stop is None:
            break
        stops.append(stop)
    return stops
