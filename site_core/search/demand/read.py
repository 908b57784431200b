"""What was asked, as editors may read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery, Sum

from site_core.languages.known import known_languages, language_of
from site_core.models import AskedQuestion
from site_core.search.asking.asked_words import analysed_words
from site_core.search.curated.current import Curated
from site_core.search.demand.counting import month_of
from site_core.search.demand.forgetting import oldest_month
from site_core.search.thesaurus.concepts import meanings

MOST_IN_VAIN = 100
"""Who has as many has enough to do."""


def readable(today: date) -> QuerySet[AskedQuestion]:
    """Asked often enough, and not longer ago than a year; also where the nightly forgetting does not run."""
    return AskedQuestion.objects.exclude(text="").filter(month__gte=oldest_month(today))


def by_question(rows: QuerySet[AskedQuestion]) -> QuerySet:
    """Dictionaries, one for each question and language: `text`, `language_code`, `asked`; `results` as counted last."""
    same = AskedQuestion.objects.exclude(text="").filter(
        text=OuterRef("text"), language_code=OuterRef("language_code")
    )
    latest = Subquery(same.order_by("-month").values("found")[:1])
    return rows.values("text", "language_code").annotate(asked=Sum("times"), results=latest)


def in_vain(today: date, curated: Curated) -> list[AskedQuestion]:
    """Of what found nothing this month, and was asked most, what no editor has answered since."""
    rows = readable(today).filter(month=month_of(today), found=0).order_by("-times", "text")[:MOST_IN_VAIN]
    return [row for row in rows if not answer_of(row.text, row.language_code, curated)]


@dataclass(frozen=True, slots=True)
class Answer:
    """What editors have done for a question."""

    pinned: int
    has_synonyms: bool

    def __bool__(self) -> bool:
        return bool(self.pinned or self.has_synonyms)


def answer_of(text: str, language_code: str, curated: Curated) -> Answer:
    words = analysed_words(text, language_code)
    pinned = curated.pinned_to(words, language_code)
    own = set(meanings(words, curated.thesaurus)) - set(meanings(words))
    return Answer(len(pinned), bool(own))


def languages_counted() -> Iterable[tuple[str, str]]:
    """Languages that questions are counted in, and pages are pinned in: variants are their language here."""
    return [(code, language_of(code).endonym) for code in known_languages() if "-" not in code]
