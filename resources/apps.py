from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Resources")

    def ready(self) -> None:
        from resources import samples, signal_handlers
        from resources.filters import search_facets
        from resources.listings import resources_listing
        from resources.result_facts import resource_facts
        from site_core.listings import register_listing
        from site_core.search.facets import SearchFacets, register_search_facets
        from site_core.search.result_facts import register_result_facts

        register_listing(resources_listing)
        register_search_facets(SearchFacets("resources", 30, search_facets))
        register_result_facts(resource_facts)
        signal_handlers.connect()
        samples.register()
