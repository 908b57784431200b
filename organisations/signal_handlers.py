"""When roles come into being: after migrations, and with each language's home page."""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.models import Group
from django.db import connections

from organisations.approval import ensure_approval, retire_planted_groups
from organisations.roles import EDITOR, ensure_roles
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


def prepare_roles() -> None:
    """All roles of the site, and the editors as those who approve."""
    ensure_roles()
    ensure_approval(Group.objects.get(name=EDITOR))
    retire_planted_groups()
