"""`manage.py update_catalogues`: new messages in, those nobody asks for out."""

from typing import Any

from django.core.management.base import BaseCommand

from site_core.catalogues.extraction import extracted_messages
from site_core.catalogues.places import interface_catalogues, overriding_catalogues
from site_core.catalogues.writing import shown, updated_catalogue, write_catalogue


class Command(BaseCommand):
    """In place of `makemessages`: the same words, but no dates, no line numbers, and no guesses marked fuzzy."""

    help = (
        "Brings the catalogues in locale/ up to the code; what is new stands there empty, to be translated."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        template = extracted_messages()
        for complete, catalogues in ((True, interface_catalogues()), (False, overriding_catalogues())):
            for language, path in catalogues.items():
                catalogue = updated_catalogue(template, path, language, complete=complete)
                if write_catalogue(catalogue, path):
                    self.stdout.write(f"{shown(path)}: {len(catalogue.untranslated_entries())} to translate")
