"""`manage.py check_catalogues`: is every sentence of the interface said in every language of the interface?"""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from site_core.catalogues.comparison import faults
from site_core.catalogues.extraction import extracted_messages
from site_core.catalogues.places import interface_catalogues, overriding_catalogues
from site_core.catalogues.words_of_others import overlay_faults


class Command(BaseCommand):
    """Compares messages, never dates; ends with 1 where a reader would meet another language or a broken sentence."""

    help = "Checks that the catalogues in locale/ say everything that the code and the templates ask for."
    # It reads files only; a database that is away or models with a fault are not its business.
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        template = extracted_messages()
        languages: dict[str, list[str]] = {}
        for complete, catalogues in ((True, interface_catalogues()), (False, overriding_catalogues())):
            for language, path in catalogues.items():
                for fault in faults(template, path, language, complete=complete):
                    languages.setdefault(fault, []).append(language)
        for language, fault in overlay_faults():
            languages.setdefault(fault, []).append(language)
        for fault, faulty in languages.items():
            self.stderr.write(f"{', '.join(faulty)}: {fault}")
        if languages:
            self.stderr.write(
                "`manage.py update_catalogues` adds and removes messages; translating is for people."
            )
            sys.exit(1)
        self.stdout.write(f"{len(template)} messages, complete in: {', '.join(interface_catalogues())}")
