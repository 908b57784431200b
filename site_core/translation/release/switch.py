"""Switching a language on and off: its home page becomes public, or ceases to be. Both are written into the log."""

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import LogActionRegistry, log

from site_core.models import HomePage
from site_core.translation.machine.publishing import why_not_read
from site_core.translation.whole import translation_of, why_not_whole

ON, OFF = "site_core.language_on", "site_core.language_off"


class NotReady(Exception):
    """Nothing was changed; the words say why."""


def switch_on(home: HomePage, user: AbstractUser) -> None:
    """
    Publish the home page as it is translated, or as it was last saved; then all that is published below can be read.

    Raises NotReady while some of its translation is missing, or a machine's that nobody has read.
    """
    with transaction.atomic():
        translation = translation_of(home)
        if translation is not None:
            if why := why_not_read(translation) or why_not_whole(translation):
                raise NotReady(why)
            # wagtail-localize keeps passages apart: it writes the page when it is begun, and when it is published.
            translation.save_target(user=user, publish=False)
            home = HomePage.objects.get(pk=home.pk)
        revision = home.get_latest_revision() or home.save_revision(user=user)
        # A day to be published on would put the switch off, and nobody would see it turn.
        revision.content |= {"go_live_at": None, "expire_at": None}
        revision.save(update_fields=["content"])
        # Who may is asked at the door; Wagtail's own question is answered with no (`HomePagePermissions`).
        revision.publish(user=user, skip_permission_checks=True)
        log(home, ON, user=user)


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
