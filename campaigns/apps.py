from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    name = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        from campaigns import samples
        from campaigns.listings import campaigns_listing
        from site_core.listings import register_listing

        register_listing(campaigns_listing)
        samples.register()
