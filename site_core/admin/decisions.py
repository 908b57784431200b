"""What is with the approvers, and what they said."""

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy

from site_core.translation.permissions import User


def submitted_since(user: User) -> list[Page]:
    """
    Pages this person looks after that wait for a decision; each has `submitted_at`, longest waiting first.

    Who may only change pages of their own finds those, who looks after an organisation finds all of its.
    """
    waiting = dict(
        WorkflowState.objects.filter(
            status=WorkflowState.STATUS_IN_PROGRESS, base_content_type=ContentType.objects.get_for_model(Page)
        ).values_list("object_id", "created_at")
    )
    pages = list(
        page_permission_policy.instances_user_has_permission_for(user, "change")
        .filter(pk__in=[int(number) for number in waiting])
        .select_related("locale")
    )
    for page in pages:
        page.submitted_at = waiting[str(page.pk)]
    return sorted(pages, key=lambda page: page.submitted_at)


def to_decide(user: User) -> set[int]:
    """Keys of what waits for this very person's decision."""
    pages = ContentType.objects.get_for_model(Page)
    states = TaskState.objects.reviewable_by(user).filter(revision__base_content_type=pages)
    return {int(key) for key in states.values_list("revision__object_id", flat=True)}


@hooks.register("before_edit_page")
def say_what_was_asked_for(request: HttpRequest, page: Page) -> None:
    """The reason of a refusal stands over the page until it is submitted again; Wagtail puts it in the history only."""
    state = page.current_workflow_state if request.method == "GET" else None
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES or not state.current_task_state:
        return
    task = state.current_task_state.specific
    comment = task.get_comment()
    if comment:
        day = date_format(task.finished_at, "SHORT_DATE_FORMAT") if task.finished_at else ""
        messages.warning(
            request,
            _("Changes were asked for on %(day)s: %(comment)s") % {"day": day, "comment": comment},
        )
