from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        from events import samples
        from events.listings import events_listing
        from site_core.listings import register_listing

        register_listing(events_listing)
        samples.register()
