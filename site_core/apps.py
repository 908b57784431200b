from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteCoreConfig(AppConfig):
    name = "site_core"
    verbose_name = _("Site")

    def ready(self) -> None:
        from site_core import checks  # noqa: F401 - registers itself
        from site_core.samples import ground_floor

        ground_floor.register()
