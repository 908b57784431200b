"""Which pages somebody asks for, into which language, and what that would send: asked before anything is sent."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, QueryDict
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from site_core.translation.board.names import MOST_FOUND
from site_core.translation.board.pages import board_languages, board_pages, translated_by
from site_core.translation.machine import budget
from site_core.translation.machine.failures import Left, Problem, ServiceFailed
from site_core.translation.machine.passages import Plan, plan_of_page, plan_of_translation
from site_core.translation.machine.service import offers, service
from site_core.translation.permissions import User, may_start


@dataclass(frozen=True, slots=True)
class PageChoice:
    """`problem`: why nothing of it can be sent. `is_newer`: the translators do not have its text as it is now."""

    page: Page
    plan: Plan
    problem: Problem | None = None
    is_newer: bool = False
    is_begun: bool = True


class Choice:
    """Raises Http404 where no service is configured, PermissionDenied for a language that is not this person's."""

    def __init__(self, user: User, asked: QueryDict) -> None:
        translator = service()
        if translator is None:
            raise Http404
        self.user, self.translator = user, translator
        numbers = asked.getlist("page")
        if len(numbers) > MOST_FOUND or not all(number.isdecimal() for number in numbers):
            raise BadRequest
        own = translated_by(user, board_languages(user))
        locale = next((one for one in own if one.language_code == asked.get("language")), None)
        self.source = Locale.get_default()
        if locale is None or not translator.can_translate(self.source, locale):
            raise PermissionDenied
        self.locale = locale
        self._pages = board_pages(user).filter(pk__in=numbers).select_related("locale")

    @cached_property
    def pages(self) -> list[PageChoice]:
        """Upper pages first: those below one that is begun in the same go have a place by then."""
        found: list[PageChoice] = []
        begun: set[str] = set()
        for page in self._pages:
            found.append(self._looked_at(page, begun))
            if found[-1].problem is None:
                begun.add(page.path)
        return found

    def _looked_at(self, page: Page, begun: set[str]) -> PageChoice:
        version = Page.objects.filter(
            translation_key=page.translation_key, locale=self.locale, alias_of=None
        ).first()
        if version is None:
            if page.path[: -Page.steplen] not in begun and not may_start(self.user, page, self.locale):
                return PageChoice(page, Plan(), Problem.NO_PLACE)
            return PageChoice(page, plan_of_page(page.specific), is_begun=False)
        translation = (
            Translation.objects.filter(
                source__object_id=page.translation_key, target_locale=self.locale, enabled=True
            )
            .select_related("source__locale", "source__specific_content_type")
            .first()
        )
        if translation is None:
            return PageChoice(page, Plan(), Problem.GONE)
        published = page.last_published_at
        is_newer = bool(published and published > translation.source.last_updated_at)
        return PageChoice(page, plan_of_translation(translation, page.specific), is_newer=is_newer)

    @property
    def to_send(self) -> list[PageChoice]:
        return [one for one in self.pages if one.plan.passages]

    @property
    def passages(self) -> int:
        return sum(len(one.plan.passages) for one in self.pages)

    @property
    def characters(self) -> int:
        return sum(one.plan.characters for one in self.pages)

    @cached_property
    def remaining(self) -> int:
        return budget.remaining()

    @property
    def is_affordable(self) -> bool:
        return self.characters <= self.remaining

    @property
    def left(self) -> list[tuple[Left, int]]:
        """Why passages are not sent, and how many, over all pages."""
        numbers: Counter[Any] = Counter()
        for one in self.pages:
            numbers.update({reason: len(paths) for reason, paths in one.plan.left.items()})
        return [(reason, numbers[reason]) for reason in Left if numbers[reason]]

    @cached_property
    def trouble(self) -> Problem | None:
        """Asks the service: does it answer, and does it translate between these languages?"""
        try:
            return None if offers(self.translator, self.source, self.locale) else Problem.REFUSED
        except ServiceFailed as failure:
            return failure.problem
