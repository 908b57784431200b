"""Pages are translated in the task queue: at once where there is no worker, and then for no longer than one waits."""

import logging
import time
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID, uuid4

from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import task, task_backends
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.models import Locale, Page

from site_core.models import DraftState, MachineDraft
from site_core.translation.machine.drafting import draft_page, has_time
from site_core.translation.machine.failures import OF_THE_SERVICE, Problem, Stopped

logger = logging.getLogger(__name__)

SECONDS_IN_A_REQUEST = 10.0
"""Nobody waits longer for anything on this site (limits.md, F35)."""
LONGEST_RUN = timedelta(minutes=30)
"""A page that is still being worked on after that was left by a process that ended."""


def start(user: AbstractUser, locale: Locale, pages: Iterable[Page]) -> UUID:
    """One task for each page; answers the run that the report is about."""
    run = uuid4()
    rows = [
        MachineDraft(run=run, translation_key=page.translation_key, locale=locale, requested_by=user)
        for page in pages
    ]
    MachineDraft.objects.bulk_create(rows)
    at_once = isinstance(task_backends["default"], ImmediateBackend)
    until = time.monotonic() + SECONDS_IN_A_REQUEST if at_once else None
    for number in MachineDraft.objects.filter(run=run).order_by("pk").values_list("pk", flat=True):
        draft.enqueue(number, until)
    return run


@task()
def draft(number: int, until: float | None = None) -> None:
    """Done once: a second delivery of the same task finds nothing waiting."""
    row = _claimed(number)
    if row is None:
        return
    if not has_time(until):
        _finish(row, Problem.NO_TIME)
        return
    if _failed_before(row):
        _finish(row, Problem.NOT_TRIED)
        return
    try:
        draft_page(row, until)
    except Stopped as stop:
        logger.info("Machine draft %s: %s", row.pk, stop.problem.value)
        _finish(row, stop.problem)
    except BaseException:
        _finish(row, Problem.FAULT)
        raise
    else:
        _finish(row)


def _claimed(number: int) -> MachineDraft | None:
    now = timezone.now()
    MachineDraft.objects.filter(state=DraftState.RUNNING, started_at__lt=now - LONGEST_RUN).update(
        state=DraftState.FAILED, problem=Problem.FAULT
    )
    waiting = MachineDraft.objects.filter(pk=number, state=DraftState.WAITING)
    try:
        with transaction.atomic():
            taken = waiting.update(state=DraftState.RUNNING, started_at=now)
    except IntegrityError:  # The constraint: somebody else's task is at this page.
        waiting.update(state=DraftState.FAILED, problem=Problem.AT_WORK)
        return None
    rows = MachineDraft.objects.select_related("locale", "requested_by")
    return rows.get(pk=number) if taken else None


def _failed_before(row: MachineDraft) -> bool:
    """Whoever waits for a service that is away waits once, and not for every page."""
    earlier = MachineDraft.objects.filter(run=row.run, pk__lt=row.pk)
    return earlier.filter(problem__in=OF_THE_SERVICE).exists()


def _finish(row: MachineDraft, problem: Problem | None = None) -> None:
    row.state = DraftState.FAILED if problem else DraftState.DONE
    row.problem = problem or ""
    row.save()
