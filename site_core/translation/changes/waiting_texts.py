"""What readers will see once a finished translation is published, beside what they see now."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from site_core.translation.changes.comparison import Comparison
from site_core.translation.changes.form import SHOWN_AT_ONCE
from site_core.translation.changes.words import marked, plain


@dataclass(frozen=True, slots=True)
class WaitingText:
    """One place of a page, all its passages together. `seen` is empty where the public page has nothing there yet."""

    place: str
    source: SafeString
    seen: SafeString
    will_be: SafeString
    stays: bool
    """The words are the same: a translator found them to be right of the new source as well."""


def waiting_texts(comparison: Comparison) -> list[WaitingText]:
    """In the order of the source's editor, as many as fit on one screen. No query."""
    return [_of(comparison, path) for path in comparison.waiting[:SHOWN_AT_ONCE]]


def _of(comparison: Comparison, path: str) -> WaitingText:
    now = comparison.passages.texts[path]
    new = [row.data for text in now if (row := comparison.settled(path, text))]
    is_public = getattr(comparison.target, "live", True)  # a snippet always is
    old = comparison.shown.texts.get(path, []) if is_public else []
    seen, will_be = marked(_one(old), _one(new)) if old else (SafeString(), plain(_one(new)))
    return WaitingText(
        comparison.place(path), plain(_one(now)), seen, will_be, stays=bool(old) and old == new
    )


def _one(texts: list[str]) -> str:
    """Passages below one another."""
    return "<br>".join(texts)
