"""
An index on Wagtail's table of pages: by depth, then path (docs/adr/0006-index-on-the-table-of-pages.md).

Every answer asks for the home pages (depth 2) and for the menu (depth 3); without it each reads the table from one end
to the other.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("site_core", "0011_asked_and_curated_search"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX IF NOT EXISTS site_core_pages_by_depth ON wagtailcore_page (depth, path)",
            "DROP INDEX IF EXISTS site_core_pages_by_depth",
        )
    ]
