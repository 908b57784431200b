"""The first page of the admin: what waits for this person, in words also when nothing does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Locale, Page, TaskState
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation

from site_core.admin.decisions import submitted_since
from site_core.admin.reviews import overdue_pages
from site_core.languages.addresses import page_address
from site_core.languages.known import Language, language_of
from site_core.translation import waiting
from site_core.translation.permissions import languages_held
from site_core.translation.written import WRITTEN_LANGUAGES, version_url

SHOWN, SHOWN_TO_WRITE = 6, 40
"""Rows of each kind; who has more is told how many. There is no other list of what has no easy version."""


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    url: str
    note: str = ""
    language: Language | None = None
    action: str = ""
    action_url: str = ""
    """What can be done to it at once, and the address that does it when asked with POST."""


@dataclass(slots=True)
class Group:
    """Rows of one kind; `empty` is what is said when there is none, and `more` how many are not shown."""

    heading: str
    empty: str
    rows: list[Row] = field(default_factory=list)
    more: int = 0
    more_url: str = ""


def group_of(
    heading: str,
    empty: str,
    found: Any,
    row: Callable[[Any], Row],
    more_url: str = "",
    shown: int = SHOWN,
) -> Group:
    """A group of the first of `found`, a queryset; two queries."""
    rows = [row(entry) for entry in found[:shown]]
    number = found.count() if len(rows) == shown else len(rows)
    return Group(heading, empty, rows, number - len(rows), more_url)


class Waiting(Component):
    """A panel of groups. That a kind has nothing is said only where no kind has anything."""

    template_name = "site_core/admin/waiting.html"

    def __init__(self, name: str, heading: str, groups: Iterable[Group], order: int) -> None:
        self.name = name
        self.heading = heading
        groups = list(groups)
        self.groups = [group for group in groups if group.rows] or groups
        self.order = order

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            "name": self.name,
            "heading": self.heading,
            "groups": self.groups,
            "csrf_token": parent_context.get("csrf_token"),
        }


def page_row(page: Page, note: str = "") -> Row:
    return Row(
        page.get_admin_display_title(),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        note,
        language_of(page.locale.language_code),
    )


def day(moment: Any) -> str:
    return date_format(moment, "SHORT_DATE_FORMAT") if moment else ""


def for_translators(locales: list[Locale]) -> Iterable[Waiting]:
    """One panel for each language: what is out of date, begun, and not there yet."""
    for locale in locales:
        language = language_of(locale.language_code)
        translations = waiting.page_translations([locale])
        report = f"{reverse('wagtail_localize:translations_report')}?target_locale={language.code}"
        groups = [
            group_of(
                _("Changed since it was translated"),
                _("Every translation follows its source."),
                waiting.outdated(translations),
                outdated_row,
                report,
            ),
            group_of(
                _("Begun and not finished"),
                _("No translation stands half done."),
                waiting.unfinished(translations),
                unfinished_row,
                report,
            ),
            group_of(
                _("Not there yet"),
                _("Every page that can be translated now is there."),
                waiting.pages_missing_in(locale).select_related("locale"),
                lambda page, code=language.code: missing_row(page, code),
            ),
        ]
        yield Waiting(f"translate-{language.code}", language.endonym, groups, order=10)


def outdated_row(translation: Translation) -> Row:
    """Leads to the translation, by way of the new text where the translators do not have it yet."""
    url = reverse("wagtailadmin_pages:edit", args=[translation.target_id])
    changed = translation.source_changed_at
    if changed and changed > translation.source.last_updated_at:
        url = f"{reverse('wagtail_localize:update_translations', args=[translation.source_id])}?next={url}"
    note = _("The source was published on %(day)s.") % {"day": day(changed)}
    return Row(translation.title, url, note, language_of(translation.target_locale.language_code))


def unfinished_row(translation: Translation) -> Row:
    return Row(
        translation.title,
        reverse("wagtailadmin_pages:edit", args=[translation.target_id]),
        language=language_of(translation.target_locale.language_code),
    )


def missing_row(page: Page, code: str) -> Row:
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return Row(page.title, f"{url}?select_locale={code}", language=language_of(page.locale.language_code))


def for_writers_of_versions(locales: list[Locale]) -> Iterable[Waiting]:
    """One panel for each written language: published pages that have no version in it."""
    for locale in locales:
        language = language_of(locale.language_code)
        group = group_of(
            _("Without an easy version"),
            _("Every page that can have an easy version now has one."),
            waiting.pages_missing_in(locale).select_related("locale"),
            lambda page, code=language.code: version_row(page, code),
            shown=SHOWN_TO_WRITE,
        )
        yield Waiting(f"write-{language.code}", language.endonym, [group], order=10)


def version_row(page: Page, code: str) -> Row:
    return Row(
        page.title,
        page_address(page),
        language=language_of(page.locale.language_code),
        action=_("Write the easy version"),
        action_url=version_url(page, code),
    )


def for_publishers(request: HttpRequest, locales: list[Locale]) -> Waiting:
    """What can be decided or has to be looked at again."""
    to_approve = (
        TaskState.objects.reviewable_by(request.user)
        .select_related("revision", "workflow_state__requested_by")
        .prefetch_related("revision__content_object__locale")
        .order_by("started_at")
    )
    groups = [
        group_of(
            _("To approve"),
            _("Nothing waits for your approval."),
            to_approve,
            to_approve_row,
            reverse("wagtailadmin_reports:workflow"),
        ),
        group_of(
            _("Translations ready to publish"),
            _("No finished translation waits."),
            waiting.ready(waiting.page_translations(locales)),
            unfinished_row,
        ),
        group_of(
            _("Past their day of review"),
            _("Every page was looked at in time."),
            overdue_pages(),
            lambda page: page_row(page, _("due %(day)s") % {"day": day(page.review_day)}),
            reverse("overdue:index"),
        ),
    ]
    return Waiting("decide", _("Waiting for you"), groups, order=20)


def to_approve_row(state: TaskState) -> Row:
    person = state.workflow_state.requested_by
    facts = {
        "person": person.get_full_name() or person.get_username() if person else "–",
        "day": day(state.started_at),
    }
    return page_row(state.revision.content_object, _("submitted by %(person)s on %(day)s") % facts)


def with_the_office_row(page: Page) -> Row:
    return page_row(page, _("with the office for approval since %(day)s") % {"day": day(page.submitted_at)})


def for_writers(request: HttpRequest) -> Waiting:
    """One's own drafts, and what became of what one sent for approval."""
    drafts = (
        Page.objects.filter(owner=request.user, has_unpublished_changes=True)
        .select_related("locale")
        .order_by("-latest_revision_created_at")
    )
    decided = (
        TaskState.objects.filter(workflow_state__requested_by=request.user, finished_at__isnull=False)
        .exclude(status=TaskState.STATUS_CANCELLED)
        .select_related("revision", "workflow_state")
        .prefetch_related("revision__content_object__locale")
        .order_by("-finished_at")
    )
    submitted = submitted_since(request.user)
    groups = [
        Group(
            _("Submitted, not decided yet"),
            _("Nothing of yours waits for a decision."),
            [with_the_office_row(page) for page in submitted[:SHOWN]],
            max(len(submitted) - SHOWN, 0),
        ),
        group_of(
            _("Your drafts"),
            _("You have no draft. Whatever you begin and do not publish will be listed here."),
            drafts,
            lambda page: page_row(page, day(page.latest_revision_created_at)),
        ),
        group_of(
            _("Decisions on what you submitted"),
            _("Nothing you submitted has been decided yet."),
            decided,
            decision_row,
        ),
    ]
    return Waiting("own", _("Your work"), groups, order=30)


def decision_row(state: TaskState) -> Row:
    page = state.revision.content_object
    note = f"{state.get_status_display()}, {day(state.finished_at)}"
    return page_row(page, f"{note}: {state.comment}" if state.comment else note)


@hooks.register("construct_homepage_panels")
def what_waits(request: HttpRequest, panels: list[Component]) -> None:
    user = request.user
    changes, writes, publishes = (languages_held(user, action) for action in ("change", "add", "publish"))
    panels.extend(for_translators([locale for locale in changes if locale not in writes]))
    panels.extend(
        for_writers_of_versions(
            [
                locale
                for locale in writes
                if locale.language_code in WRITTEN_LANGUAGES and locale not in publishes
            ]
        )
    )
    if publishes:
        panels.append(for_publishers(request, publishes))
    if page_permission_policy.user_has_permission(user, "add"):
        panels.append(for_writers(request))
