"""What editors decide, or have to look at again."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Locale, TaskState

from site_core.admin.first_page.panels import Row, Waiting, day, group_of, page_row
from site_core.admin.first_page.translators import ready_row, vocabulary_row
from site_core.admin.reviews import overdue_pages
from site_core.search.demand.in_vain import in_vain_group
from site_core.translation import waiting
from site_core.translation.permissions import User
from site_core.translation.said_minor import said_of


def for_publishers(user: User, locales: list[Locale]) -> Waiting:
    """What can be decided or has to be looked at again."""
    to_approve = (
        TaskState.objects.reviewable_by(user)
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
            ready_row,
        ),
        group_of(
            _("Names and descriptions ready to publish"),
            "",
            waiting.vocabulary_translations(locales).filter(~waiting.has_gaps()),
            vocabulary_row,
        ),
        group_of(
            _("Past their day of review"),
            _("Every page was looked at in time."),
            overdue_pages(),
            lambda page: page_row(page, _("due %(day)s") % {"day": day(page.review_day)}),
            reverse("overdue:index"),
        ),
        *in_vain_group(user),
    ]
    return Waiting("decide", _("Waiting for you"), groups, order=20)


def to_approve_row(state: TaskState) -> Row:
    person = state.workflow_state.requested_by
    facts = {
        "person": person.get_full_name() or person.get_username() if person else "–",
        "day": day(state.started_at),
    }
    note = _("submitted by %(person)s on %(day)s") % facts
    reason = said_of(state.revision)
    if reason:
        note = " – ".join([note, _("minor change: %(reason)s") % {"reason": reason}])
    return page_row(state.revision.content_object, note)
