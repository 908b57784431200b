from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "organisations"
    verbose_name = _("Organisations")

    def ready(self) -> None:
        from django.apps import apps
        from django.db.models.signals import post_migrate, post_save, pre_save

        from organisations import samples, signal_handlers
        from organisations.filters import search_facets
        from organisations.models import Organisation, OrganisationPage, PublishedBy
        from site_core.models import HomePage
        from site_core.search.facets import SearchFacets, register_search_facets
        from site_core.translation.machine import glossary

        samples.register()
        register_search_facets(SearchFacets("organisations", 40, search_facets, named=(Organisation,)))
        glossary.register("organisations.Organisation", "name")
        post_migrate.connect(signal_handlers.after_migrations, dispatch_uid="organisations.after_migrations")
        post_save.connect(
            signal_handlers.language_got_its_home,
            sender=HomePage,
            dispatch_uid="organisations.language_got_its_home",
        )
        post_save.connect(
            signal_handlers.organisation_got_its_page,
            sender=OrganisationPage,
            dispatch_uid="organisations.organisation_got_its_page",
        )
        for model in apps.get_models():
            if issubclass(model, PublishedBy):
                pre_save.connect(
                    signal_handlers.published_by_the_page_above,
                    sender=model,
                    dispatch_uid=f"organisations.published_by_the_page_above.{model._meta.label}",
                )
