from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammeConfig(AppConfig):
    name = "programme"
    verbose_name = _("Programme")

    def ready(self) -> None:
        from programme import samples
        from site_core.translation.machine import glossary

        samples.register()
        for model, name in (("Topic", "name"), ("ActivityLine", "title"), ("PartnerInstitution", "name")):
            glossary.register(f"programme.{model}", name)
