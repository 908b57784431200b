"""`manage.py index_search`: what the search knows, brought up to date with what is published."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from site_core.models import SearchEntry
from site_core.search.file_texts.keeping import keep_text, unread
from site_core.search.file_texts.process import FileReader
from site_core.search.index.failures import SearchUnavailable
from site_core.search.index.store import store
from site_core.search.indexing import drifted, index_page, what_to_index
from site_core.search.vocabulary import forget_unused


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
            wrong, new = list(drifted()), list(unread())
            if wrong or new:
                raise CommandError(
                    f"{len(wrong)} entries are not what the pages say, {len(new)} files have not been read;"
                    " run index_search"
                )
            self.stdout.write("The index says what the pages say.")
            return
        with FileReader() as reader:
            read = sum(keep_text(pk, reader) for pk in unread())
        numbers, changed, failed = what_to_index(), 0, []
        for done, pk in enumerate(numbers, start=1):
            try:
                changed += index_page(pk)
            except Exception as error:  # noqa: BLE001 - one page must not keep the others from being found
                failed.append(pk)
                self.stderr.write(f"page {pk}: {type(error).__name__}: {error}")
            if done == len(numbers) or done % max(len(numbers) // 10, 1) == 0:
                self.stdout.write(f"{100 * done // len(numbers):3d}%")
                self.stdout.flush()
        call_command("update_index", verbosity=0)  # of the admin's lists and choosers
        try:
            store().forget(store().known() - set(SearchEntry.objects.values_list("pk", flat=True)))
            forgotten = forget_unused()
        except SearchUnavailable as error:
            raise CommandError(f"The search cluster does not answer; {changed} entries written.") from error
        self.stdout.write(
            f"{read} files read, {changed} of {len(numbers)} entries written, {forgotten} words forgotten"
        )
        if failed:
            raise CommandError(f"{len(failed)} pages could not be indexed; the others are.")
