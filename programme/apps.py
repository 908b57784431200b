from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammeConfig(AppConfig):
    name = "programme"
    verbose_name = _("Programme")

    def ready(self) -> None:
        from programme import samples, signal_handlers
        from programme.filters import search_facets
        from programme.models import Topic
        from site_core.search.facets import SearchFacets, register_search_facets
        from site_core.translation.machine import glossary

        samples.register()
        signal_handlers.connect()
        register_search_facets(SearchFacets("programme", 10, search_facets, named=(Topic,)))
        for model, name in (("Topic", "name"), ("ActivityLine", "title"), ("PartnerInstitution", "name")):
            glossary.register(f"programme.{model}", name)
