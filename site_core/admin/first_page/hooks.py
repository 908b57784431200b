"""Which panels stand on the first page for whom."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel
from wagtail.permissions import page_permission_policy

from site_core.admin.first_page.publishers import for_publishers
from site_core.admin.first_page.translators import for_translators, for_writers_of_versions
from site_core.admin.first_page.writers import for_writers
from site_core.translation.permissions import languages_held
from site_core.translation.written import WRITTEN_LANGUAGES

SAID_BETTER_HERE = (UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)
"""Wagtail's own panels of what was submitted: the same pages a second time, without reason and office."""


@hooks.register("construct_homepage_panels")
def what_waits(request: HttpRequest, panels: list[Component]) -> None:
    user = request.user
    panels[:] = [panel for panel in panels if not isinstance(panel, SAID_BETTER_HERE)]
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
        panels.append(for_publishers(user, publishes))
    if page_permission_policy.user_has_permission(user, "add"):
        panels.append(for_writers(user))
