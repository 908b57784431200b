"""
On PostgreSQL, the functions that ask the search index stop as soon as they have enough.

Those of 0013 read every row that has a word before they took the oldest three hundred: among 200,000 entries, up to
80 ms for each of a question's twenty parts. And they said nothing of how many rows they give, for which PostgreSQL
takes a thousand: it then reads all entries in order to join them. Code from before calls them as it did.
"""

from django.db import migrations

COLUMNS = ("title", "summary", "own", "everything")
FUNCTION = (
    "CREATE OR REPLACE FUNCTION site_core_met_in_{column}(wanted tsquery, most integer) RETURNS SETOF bigint"
    " LANGUAGE sql STABLE ROWS {rows} SET enable_seqscan = off AS $$ {query} $$"
)
FIRST_MET = (
    "SELECT entry_id FROM (SELECT entry_id FROM site_core_searchkeys WHERE {column} @@ wanted LIMIT most) AS met"
    " ORDER BY entry_id"
)
OLDEST_MET = (
    "SELECT entry_id FROM (SELECT entry_id FROM site_core_searchkeys WHERE {column} @@ wanted OFFSET 0) AS met"
    " ORDER BY entry_id LIMIT most"
)


def written(query, rows):
    def write(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for column in COLUMNS:
                told = FUNCTION.format(column=column, rows=rows, query=query.format(column=column))
                schema_editor.execute(told)

    return write


class Migration(migrations.Migration):
    dependencies = [("site_core", "0013_keys_by_part")]

    operations = [migrations.RunPython(written(FIRST_MET, rows=10), written(OLDEST_MET, rows=1000))]
