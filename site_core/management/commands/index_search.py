"""`manage.py index_search`: what the search knows, brought up to date with what is published."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from site_core.models import SearchEntry
from site_core.search.indexing import drifted, index_page, what_to_index


class Command(BaseCommand):
    """After a restore, an import, or when other analysers were installed. Readers go on searching meanwhile."""

    help = "Brings the index of the search up to date, page by page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail if anything is out of date"
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing where there is an index already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and SearchEntry.objects.exists():
            self.stdout.write("There is an index already.")
            return
        if options["check"]:
            wrong = list(drifted())
            if wrong:
                raise CommandError(f"{len(wrong)} entries are not what the pages say; run index_search")
            self.stdout.write("The index says what the pages say.")
            return
        numbers, changed = what_to_index(), 0
        for done, pk in enumerate(numbers, start=1):
            changed += index_page(pk)
            if done == len(numbers) or done % max(len(numbers) // 10, 1) == 0:
                self.stdout.write(f"{100 * done // len(numbers):3d}%")
                self.stdout.flush()
        self.stdout.write(f"{changed} of {len(numbers)} entries written")
