from django.apps import AppConfig


class ReferencesConfig(AppConfig):
    """Installed after Wagtail, whose receivers for rows it takes the place of."""

    name = "site_core.references"
    label = "site_core_references"

    def ready(self) -> None:
        from site_core.references.rows import watch_rows

        watch_rows()
