"""Would any migration of ours break the running version of the site while it is applied?

`python -m tools.lint_migrations`, with DATABASE_URL naming a PostgreSQL (tools.with_postgres): the SQL of
that database is what counts. Migrations of other people's packages are theirs.
"""

import os
import sys

from tools.places import ROOMS, ROOT


def main() -> int:
    """Lint; the exit code says whether anything is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_core.settings.test")
    import django

    django.setup()
    from django_migration_linter import MigrationLinter

    linter = MigrationLinter(
        path=str(ROOT),
        include_apps=ROOMS,
        no_cache=True,
        ignore_initial_migrations=True,
        quiet=["ok", "ignore"],
    )
    linter.lint_all_migrations()
    linter.print_summary()
    return 1 if linter.has_errors else 0


if __name__ == "__main__":
    sys.exit(main())
