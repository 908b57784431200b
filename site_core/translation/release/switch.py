"""Switching a language on and off: its home page becomes public, or ceases to be. Both are written into the log."""

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import LogActionRegistry, log

from site_core.models import HomePage

ON, OFF = "site_core.language_on", "site_core.language_off"


def switch_on(home: HomePage, user: AbstractUser) -> bool:
    """
    Publish the home page as it was last saved; from then on everything published below it can be read.

    False: nothing was changed, because a machine wrote some of it that nobody has read (`machine.publishing`).
    """
    with transaction.atomic():
        revision = home.get_latest_revision() or home.save_revision(user=user)
        # Who may is asked at the door; Wagtail's own question is answered with no (`HomePagePermissions`).
        revision.publish(user=user, skip_permission_checks=True)
        home.refresh_from_db()
        if home.live:
            log(home, ON, user=user)
        return bool(home.live)


def switch_off(home: HomePage, user: AbstractUser) -> None:
    """
    Take down the home page alone. What stands below stays as it is, and nobody can reach it.

    Switched on again, all of it is there as before.
    """
    with transaction.atomic():
        UnpublishPageAction(home, user=user).execute(skip_permission_checks=True)
        log(home, OFF, user=user)


@hooks.register("register_log_actions")
def name_in_the_log(actions: LogActionRegistry) -> None:
    actions.register_action(ON, _("Language switched on"), _("Language switched on"))
    actions.register_action(OFF, _("Language switched off"), _("Language switched off"))
