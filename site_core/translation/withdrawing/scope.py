"""What a withdrawal would concern: which pages in which languages, and what stands in the way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, reduce
from operator import or_
from uuid import UUID

from django.conf import settings
from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery, TextChoices
from django.db.models.functions import Cast
from wagtail.models import Page, Revision, get_default_page_content_type

from site_core.languages.known import Language, known_languages, language_of
from site_core.languages.rows import HOME_DEPTH
from site_core.translation.permissions import User, actions_at


class Obstacle(TextChoices):
    PERMISSION = "permission"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Concerned:
    """
    One version of one page that is public or will be by itself.

    `scheduled_at`: when a version of its text would be published next. `obstacle`: why this person
    may not take it down.
    """

    page: Page
    language: Language
    scheduled_at: datetime | None
    obstacle: Obstacle | None

    @property
    def live(self) -> bool:
        return bool(self.page.live)


class Scope:
    """The same number of queries whatever the number of languages and pages."""

    def __init__(self, page: Page, user: User, below: bool = False) -> None:
        self.page, self.user, self.below = page, user, below

    @cached_property
    def versions(self) -> list[Concerned]:
        """Of the page itself, in the order of the settings."""
        return self._concerned(public_or_scheduled().filter(translation_key=self.page.translation_key))

    @cached_property
    def pages_below(self) -> list[Concerned]:
        """What stands below any version of the page, in all its languages: also those that stand somewhere else."""
        own = Page.objects.filter(translation_key=self.page.translation_key)
        under = reduce(or_, (Q(path__startswith=path) for path in own.values_list("path", flat=True)))
        keys = public_or_scheduled().filter(under).order_by().values("translation_key")
        pages = public_or_scheduled().filter(translation_key__in=keys)
        return self._concerned(pages.exclude(translation_key=self.page.translation_key))

    @property
    def concerned(self) -> list[Concerned]:
        return [*self.versions, *(self.pages_below if self.below else [])]

    @property
    def drafts(self) -> list[Page]:
        """Versions readers never saw: nothing of them comes down, but who finishes one later is to know."""
        others = Page.objects.filter(translation_key__in=self.keys, alias_of__isnull=True)
        return list(others.exclude(pk__in=[each.page.pk for each in self.concerned]))

    @property
    def keys(self) -> set[UUID]:
        """The pages, by what they have in common in all languages."""
        return {self.page.translation_key, *(each.page.translation_key for each in self.concerned)}

    @property
    def in_the_way(self) -> list[Concerned]:
        return [each for each in self.concerned if each.obstacle]

    @property
    def is_possible(self) -> bool:
        """A home page is not withdrawn: nothing of its language could be reached any more."""
        return self.page.depth > HOME_DEPTH and bool(self.concerned) and not self.in_the_way

    @property
    def languages(self) -> list[Language]:
        """Those that something is public in now."""
        return list(dict.fromkeys(each.language for each in self.concerned if each.live))

    def _concerned(self, pages: QuerySet) -> list[Concerned]:
        order = {code: place for place, code in enumerate(known_languages())}
        found = [
            Concerned(
                page,
                language_of(page.locale.language_code),
                page.scheduled_at,
                obstacle_for(self.user, page),
            )
            for page in pages.select_related("locale")
        ]
        return sorted(found, key=lambda each: (order.get(each.language.code, len(order)), each.page.path))


def public_or_scheduled() -> QuerySet:
    """Pages that readers see, or will without anybody doing anything, with `scheduled_at`. Aliases follow theirs."""
    waiting = Revision.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id=Cast(OuterRef("pk"), CharField()),
        approved_go_live_at__isnull=False,
    ).order_by("approved_go_live_at")
    return (
        Page.objects.filter(alias_of__isnull=True)
        .annotate(scheduled_at=Subquery(waiting.values("approved_go_live_at")[:1]))
        .filter(Q(live=True) | Q(scheduled_at__isnull=False))
    )


def obstacle_for(user: User, page: Page) -> Obstacle | None:
    """
    The right to publish is what is needed, as for Wagtail's unpublishing.

    A lock that somebody set counts. That a text waits for its day or for approval does not: what is withdrawn stops
    waiting for its day, and who may publish need not be asked to approve.
    """
    if not may_publish_at(user, page.path):
        return Obstacle.PERMISSION
    own_lock = page.locked_by_id == user.pk and not getattr(settings, "WAGTAILADMIN_GLOBAL_EDIT_LOCK", False)
    return Obstacle.LOCK if page.locked and not own_lock else None


def may_publish_at(user: User, path: str) -> bool:
    return bool(user.is_active and (user.is_superuser or "publish" in actions_at(user, path)))


def may_publish_all(user: User, pages: Iterable[Page]) -> bool:
    return all(may_publish_at(user, page.path) for page in pages)
