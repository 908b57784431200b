from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        from events import samples
        from events.filters import search_facets
        from events.listings import events_listing
        from events.result_facts import event_facts
        from site_core.listings import register_listing
        from site_core.search.facets import SearchFacets, register_search_facets
        from site_core.search.result_facts import register_result_facts

        register_listing(events_listing)
        register_search_facets(SearchFacets("events", 20, search_facets))
        register_result_facts(event_facts)
        samples.register()
