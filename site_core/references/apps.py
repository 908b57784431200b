from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ReferencesConfig(AppConfig):
    """Installed after Wagtail, whose receivers for rows it takes the place of."""

    name = "site_core.references"
    label = "site_core_references"

    def ready(self) -> None:
        from site_core.references.rows import watch_rows

        watch_rows()
        # Wagtail puts its own back when migrations are done.
        post_migrate.connect(watch_rows, dispatch_uid="site_core.references.watch")
