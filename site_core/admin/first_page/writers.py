"""One's own work: drafts, what is with the approvers, and what they decided."""

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from site_core.admin.decisions import submitted_since, to_decide
from site_core.admin.first_page.panels import SHOWN, Group, Row, Waiting, day, group_of, page_row
from site_core.translation.permissions import User

NEVER_WITHDRAWN = Q(live=True) | Q(first_published_at=None)
"""What was taken down is no draft: nobody means to go on with it."""


def with_the_office_row(page: Page) -> Row:
    return page_row(page, _("with the office for approval since %(day)s") % {"day": day(page.submitted_at)})


def for_writers(user: User) -> Waiting:
    """One's own drafts, and what became of what one sent for approval; each page is named once."""
    waiting = submitted_since(user)
    decides = to_decide(user)
    submitted = [page for page in waiting if page.pk not in decides]
    drafts = (
        Page.objects.filter(NEVER_WITHDRAWN, owner=user, has_unpublished_changes=True)
        .exclude(pk__in=[page.pk for page in waiting])
        .select_related("locale")
        .order_by("-latest_revision_created_at")
    )
    decided = (
        TaskState.objects.filter(workflow_state__requested_by=user, finished_at__isnull=False)
        .exclude(status=TaskState.STATUS_CANCELLED)
        .select_related("revision", "workflow_state")
        .prefetch_related("revision__content_object__locale")
        .order_by("-finished_at")
    )
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
