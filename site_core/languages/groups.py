"""Lists: what is in the reader's language first, what exists only in another after it, under that language's name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from site_core.cards import Card
from site_core.languages.known import Language
from site_core.languages.reading import reading_language

ONLY_IN = {
    "pl": _("Only in Polish"),
    "en": _("Only in English"),
    "uk": _("Only in Ukrainian"),
    "be": _("Only in Belarusian"),
    "pl-simple": _("Only in easy Polish"),
    "ar": _("Only in Arabic"),
    "es": _("Only in Spanish"),
    "vi": _("Only in Vietnamese"),
    "ru": _("Only in Russian"),
}
"""Whole phrases: names of languages are declined, so no sentence can be made of one."""


@dataclass(slots=True)
class CardGroup:
    """
    Cards in one language. `language` is None for the reader's own, whose group needs no heading.

    `total` counts the group in the whole list, where it is known: the cards here may be one page of it.
    """

    language: Language | None
    cards: list[Card]
    total: int | None = None

    @property
    def label(self) -> str:
        """ "Only in Polish", "Only in Polish (4)"; empty over the reader's own."""
        if self.language is None:
            return ""
        words = ONLY_IN.get(self.language.code) or gettext("Only in: %(language)s") % {
            "language": self.language.endonym
        }
        return f"{words} ({self.total})" if self.total is not None else str(words)


def by_language(cards: Iterable[Card], totals: Mapping[str, int] | None = None) -> list[CardGroup]:
    """
    The cards by language, in the order in which the languages first appear.

    `totals`: how many the whole list has of each language, by code.
    """
    groups: dict[str, CardGroup] = {}
    reader = reading_language().code
    for card in cards:
        code = card.language.code
        if code not in groups:
            language = None if code == reader else card.language
            groups[code] = CardGroup(language, [], totals.get(code) if totals else None)
        groups[code].cards.append(card)
    return list(groups.values())
