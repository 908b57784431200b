"""How much of the site each language has."""

from dataclasses import dataclass

from django.db.models import QuerySet
from wagtail.models import Locale

from site_core.languages.known import Language, language_of
from site_core.languages.status import State, counts_by_language


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of one language: pages by state, and how many there are to have."""

    language: Language
    pages: int
    states: dict[State, int]

    @property
    def readable(self) -> int:
        """Versions that say what the source says."""
        return self.states[State.CURRENT] + self.states[State.OUTDATED_MINOR]

    @property
    def percent(self) -> int:
        return self.readable * 100 // self.pages if self.pages else 0

    @property
    def in_words(self) -> list[tuple[State, int]]:
        return [(state, number) for state, number in self.states.items() if number]


def coverage_of(pages: QuerySet, locales: list[Locale]) -> list[Coverage]:
    """Two queries."""
    counts = counts_by_language(pages, [locale.language_code for locale in locales])
    return [Coverage(language_of(code), sum(states.values()), states) for code, states in counts.items()]
