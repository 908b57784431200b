"""`manage.py load_demo`: the demonstration's content, once."""

from argparse import ArgumentParser
from typing import Any, cast

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Collection

from demo.content_files import ContentError, read_pages
from demo.loading.files import DemoFiles
from demo.loading.locales import ensure_locales
from demo.loading.pages import DemoPages
from demo.loading.people import ensure_administrator, ensure_people, logins
from demo.loading.progress import Progress
from demo.loading.quietly import indexed_at_the_end
from demo.loading.snippets import DemoSnippets
from organisations.models import Organisation
from site_core.garbage import keep_what_is_loaded
from site_core.models import HomePage


class Command(BaseCommand):
    help = "Enter the demonstration content. Where there already is content, nothing is touched."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="say nothing and do nothing if the site has content already",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if HomePage.objects.exists():
            if not options["if_empty"]:
                raise CommandError("This site has content already; load_demo only fills an empty one.")
            self._print_logins()
            return
        keep_what_is_loaded()
        try:
            with transaction.atomic(), indexed_at_the_end():
                self._load()
        except ContentError as error:
            raise CommandError(str(error)) from error
        self._print_logins()

    def _load(self) -> None:
        folders = read_pages()
        progress = Progress(self.stdout, sum(len(folder.texts) for folder in folders.values()))
        user = ensure_administrator()
        locales = ensure_locales()
        snippets = DemoSnippets(locales, settings.LANGUAGE_CODE, user)
        snippets.load()
        root = Collection.get_first_root_node()
        files = DemoFiles(root.add_child(name="Demo"))
        pages = DemoPages(folders, locales, snippets, files, user, progress.step)
        pages.load()
        for line in snippets.rows["activity-lines"].values():
            line.edition = pages.pages["edition-2022-2024"]
            line.save()
        ensure_people(cast(Organisation, snippets.rows["organisations"]["zustricz"]))

    def _print_logins(self) -> None:
        self.stdout.write("")
        for role, name, password in logins():
            self.stdout.write(f"  {role:<28} {name:<28} {password}")
