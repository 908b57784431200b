from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Resources")

    def ready(self) -> None:
        from resources import samples
        from resources.listings import resources_listing
        from site_core.listings import register_listing

        register_listing(resources_listing)
        samples.register()
