"""Which passages of a page would be sent, and which would not, before anything is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from site_core.translation.machine.failures import Left
from site_core.translation.machine.harmful import Withheld, withheld_by
from site_core.translation.machine.placeholders import Protected, protected

FOLLOWS_THE_TITLE = "slug"
LONGEST_PASSAGE = 5_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands. The numbers are 0 as long as the translation has not been begun."""

    path: str
    string_id: int = 0
    context_id: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, sent once however often it stands on the page."""

    sent: Protected
    places: list[Place] = field(default_factory=list)

    @property
    def characters(self) -> int:
        """As services count: everything that is sent, tags included."""
        return len(self.sent.text)


@dataclass(slots=True)
class Plan:
    """`left`: paths of passages that are not sent, by reason; what people translated is not mentioned."""

    passages: list[Passage] = field(default_factory=list)
    left: dict[Left, list[str]] = field(default_factory=dict)

    @property
    def characters(self) -> int:
        return sum(passage.characters for passage in self.passages)


def plan_of_translation(translation: Translation, public: Page) -> Plan:
    """What has no translation yet, by people or machines. `public`: the source's page as readers see it now."""
    segments = _empty(translation).select_related("string", "context").order_by("order")
    places = (
        (segment.string.data, Place(segment.context.path, segment.string_id, segment.context_id))
        for segment in segments
    )
    return _plan(places, withheld_by(translation.source.as_instance(), public))


def has_empty_passages(translation: Translation) -> bool:
    return _empty(translation).exists()


def _empty(translation: Translation) -> QuerySet:
    known = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=translation.target_locale_id,
    )
    return StringSegment.objects.filter(~Exists(known), source_id=translation.source_id).exclude(
        context__path=FOLLOWS_THE_TITLE
    )


def plan_of_page(page: Page) -> Plan:
    """The same for a page whose translation has not been begun; writes nothing."""
    places = (
        (segment.string.data, Place(segment.path))
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue) and segment.string.data
    )
    return _plan(places, withheld_by(page))


def _plan(texts: Iterable[tuple[str, Place]], withheld: Withheld) -> Plan:
    plan, by_text = Plan(), dict[str, Passage]()
    for text, place in texts:
        if place.path == FOLLOWS_THE_TITLE:
            continue
        if text in by_text:
            by_text[text].places.append(place)
            continue
        reason, sent = _reason_to_leave(text, place.path, withheld)
        if reason is not None:
            plan.left.setdefault(reason, []).append(place.path)
            continue
        by_text[text] = Passage(sent, [place])
        plan.passages.append(by_text[text])
    return plan


def _reason_to_leave(text: str, path: str, withheld: Withheld) -> tuple[Left | None, Protected]:
    sent = protected(text)
    if withheld.holds(path, text):
        return Left.HARMFUL, sent
    if len(sent.text) > LONGEST_PASSAGE:
        return Left.LONG, sent
    if not any(map(str.isalpha, BeautifulSoup(sent.words, "html.parser").get_text())):
        return Left.NOTHING, sent
    return None, sent
