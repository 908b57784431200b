"""When roles come into being, and whose a page is that nobody was named for."""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.models import Group
from django.db import connections
from wagtail.models import Page

from organisations.approval import ensure_approval, retire_planted_groups
from organisations.group_names import EDITOR
from organisations.models import OrganisationPage, PublishedBy
from organisations.roles import ensure_roles
from organisations.workspaces import ensure_workspace
from site_core.models import HomePage


def after_migrations(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """
    Once, when the last app has its permissions, and only where there is a site to have roles in.

    `migrate` of a part also ends here, perhaps without our tables: then the roles wait for the rest.
    """
    if sender != _last_with_models():
        return
    tables = connections[using].introspection.table_names()
    if HomePage._meta.db_table in tables and HomePage.objects.using(using).exists():
        prepare_roles()


def _last_with_models() -> AppConfig:
    return [config for config in apps.get_app_configs() if config.models_module is not None][-1]


def language_got_its_home(sender: type, instance: HomePage, created: bool, raw: bool, **kwargs: Any) -> None:
    if created and not raw:
        prepare_roles()


def organisation_got_its_page(sender: type, instance: OrganisationPage, raw: bool, **kwargs: Any) -> None:
    """A workspace comes with an organisation's page, and its rights with the page's every further language."""
    if not raw and instance.alias_of_id is None and instance.organisation is not None:
        ensure_workspace(instance.organisation)


def published_by_the_page_above(sender: type, instance: PublishedBy, raw: bool, **kwargs: Any) -> None:
    """
    A page under an organisation's page is published by that organisation, unless an editor named another.

    Its own people have no say in this: the field is not on their form.
    """
    if raw or instance.organisation_id is not None or not instance.path:
        return
    above = [instance.path[:end] for end in range(Page.steplen, len(instance.path), Page.steplen)]
    nearest = OrganisationPage.objects.filter(path__in=above).order_by("-depth").first()
    if nearest is not None:
        instance.organisation_id = nearest.organisation_id


def prepare_roles() -> None:
    """All roles of the site, and the editors as those who approve."""
    ensure_roles()
    ensure_approval(Group.objects.get(name=EDITOR))
    retire_planted_groups()
