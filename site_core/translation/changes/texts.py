"""One text that changed, and how its translation is typed and kept."""

from dataclasses import dataclass
from hashlib import sha256

from wagtail_localize.strings import StringValue


@dataclass(frozen=True, slots=True)
class ChangedText:
    """
    `before` is None for a text that is new; `now` is None for one that the source has no more: it goes by itself.

    `translation` is what there is of it, as it is stored. `source_row`: number of the translation it comes from, or 0.
    """

    path: str
    place: str
    before: str | None
    now: str | None
    translation: str = ""
    is_rich: bool = False
    by_machine: bool = False
    error: str = ""
    source_row: int = 0

    @property
    def key(self) -> str:
        return key_of(self.path, self.now or "")

    @property
    def typed(self) -> str:
        """The translation as a person types it: letters in a plain field, markup in a running text."""
        return as_typed(self.translation, self.is_rich)


def key_of(path: str, text: str) -> str:
    return digest(f"{path}\n{text}")


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:20]


def as_typed(stored: str, is_rich: bool) -> str:
    return stored if is_rich else StringValue(stored).render_text()


def as_stored(typed: str, is_rich: bool) -> str:
    return typed if is_rich else StringValue.from_plaintext(typed).data
