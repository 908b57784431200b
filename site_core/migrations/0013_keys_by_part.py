"""
On PostgreSQL, a column for each place that a word is looked for in, where there was one with weights; and a function
for each that answers by its index.

A word with a weight has to be looked at in its row, after the index has found it. The planner, for its part, does not
know what it costs to unpack the words of a row. For the oldest three hundred entries with a word it reads entry by
entry, in their order: 50 ms among 10,000 for a word that few have, where the index needs one. What is behind OFFSET 0
is planned without regard to the order, and the functions do without reading the whole table.

The database makes the new columns of the one that code from before goes on writing.
"""

from django.db import migrations

COLUMNS = ("title", "summary", "own", "everything")

STATEMENTS = [
    "ALTER TABLE site_core_searchkeys"
    " ADD COLUMN summary tsvector GENERATED ALWAYS AS (ts_filter(everything, '{b}')) STORED,"
    " ADD COLUMN own tsvector GENERATED ALWAYS AS (ts_filter(everything, '{a,b,c}')) STORED",
    "CREATE INDEX site_core_searchkeys_summary ON site_core_searchkeys USING gin (summary)",
    "CREATE INDEX site_core_searchkeys_own ON site_core_searchkeys USING gin (own)",
    *(
        f"CREATE FUNCTION site_core_met_in_{column}(wanted tsquery, most integer) RETURNS SETOF bigint"
        " LANGUAGE sql STABLE SET enable_seqscan = off AS $$"
        f" SELECT entry_id FROM (SELECT entry_id FROM site_core_searchkeys WHERE {column} @@ wanted OFFSET 0) AS met"
        " ORDER BY entry_id LIMIT most $$"
        for column in COLUMNS
    ),
]


def add_columns(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in STATEMENTS:
            schema_editor.execute(statement)


def drop_columns(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for column in COLUMNS:
            schema_editor.execute(f"DROP FUNCTION site_core_met_in_{column}")
        schema_editor.execute("ALTER TABLE site_core_searchkeys DROP COLUMN summary, DROP COLUMN own")


class Migration(migrations.Migration):
    dependencies = [("site_core", "0012_pages_by_depth")]

    operations = [migrations.RunPython(add_columns, drop_columns)]
