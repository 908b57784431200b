"""`manage.py rebuild_freshness`: what of versions, snippets and recordings is behind, from what is stored."""

from typing import Any

from django.core.management.base import BaseCommand

from site_core.recordings.freshness import rebuild_recordings
from site_core.translation.freshness import pages_with_versions, rebuild
from site_core.translation.vocabulary.freshness import rebuild as rebuild_vocabulary


class Command(BaseCommand):
    """After a restore, an import, or when a page or language was changed by hand. As often as one likes."""

    help = "Finds anew which passages of each version are behind the source, and which recordings behind their text."

    def handle(self, *args: Any, **options: Any) -> None:
        total, done = len(pages_with_versions()), 0

        def step() -> None:
            nonlocal done
            done += 1
            if done == total or done % max(total // 10, 1) == 0:
                self.stdout.write(f"{100 * done // total:3d}%")
                self.stdout.flush()

        self.stdout.write(f"{rebuild(step)} versions")
        self.stdout.write(f"{rebuild_vocabulary()} names and descriptions")
        self.stdout.write(f"{rebuild_recordings()} pages with recordings")
