"""What an editor does to the Polish page."""

from collections.abc import Callable

from wagtail.models import Page

from tests.organisations import actions
from tests.site_core.translation.sources import Raw, first, publish, with_body

NEW_QUOTE = "11111111-1111-4111-8111-111111111111"


def change(what: Callable[[Page], object]) -> Page:
    return publish(actions.campaign("pl"), what)


def change_body(what: Callable[[Raw], object]) -> Page:
    return change(with_body(what))


def rich_text(raw: Raw) -> dict:
    """A text of three passages: two paragraphs and a heading."""
    return first(raw, "rich_text")


def rewrite(raw: Raw) -> None:
    """One word of its first paragraph."""
    block = rich_text(raw)
    assert "kilkanaście" in block["value"]
    block["value"] = block["value"].replace("kilkanaście", "kilkadziesiąt")


def set_summary(words: str) -> Callable[[Page], None]:
    def apply(page: Page) -> None:
        page.summary = words

    return apply


def add_quote(raw: Raw) -> None:
    quote = {"text": "Nikt nie zostaje sam & nikt nie milczy.", "source": ""}
    raw.append({"type": "quote", "id": NEW_QUOTE, "value": quote})
