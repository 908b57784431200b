"""Who approves: the one workflow of the site, asked of the editors."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

# Planted by Wagtail's first migrations; our roles take their place.
PLANTED_GROUPS = ("Editors", "Moderators")
PLANTED_APPROVAL = "Moderators approval"


def ensure_approval(editors: Group) -> None:
    """
    Make the editors those who approve, everywhere in the tree that has no workflow of its own.

    The workflow that Wagtail plants is taken over: its group of moderators is not one of our roles. One that an
    administrator put there instead is left alone.
    """
    root = Page.get_first_root_node()
    with translation.override(settings.LANGUAGE_CODE):
        name = _("Approval by the programme office")
    for task in GroupApprovalTask.objects.filter(name=PLANTED_APPROVAL):
        task.name = name
        task.save()
        task.groups.set([editors])
    Workflow.objects.filter(name=PLANTED_APPROVAL).update(name=name)
    if WorkflowPage.objects.filter(page=root).exists():
        return
    workflow = Workflow.objects.create(name=name)
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.add(editors)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=root)


def retire_planted_groups() -> None:
    """Remove Wagtail's own groups where nobody is in them: two names for nearly the same role mislead."""
    Group.objects.filter(name__in=PLANTED_GROUPS, user__isnull=True).delete()
