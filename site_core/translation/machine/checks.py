"""What a configuration that looks right may still lack."""

from typing import Any

from django.core.checks import Error, register

from site_core.translation.machine.service import service


@register()
def the_service_has_its_library(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Found out when the site starts, and not by a translator whose editor does not open."""
    try:
        service()
    except ImportError as error:
        return [
            Error(
                f"The translation service of the settings cannot be used: {error}",
                hint="MACHINE_TRANSLATION_PROVIDER=google needs google-cloud-translate, not in requirements.txt.",
                id="site_core.E005",
            )
        ]
    return []
