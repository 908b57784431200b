"""Drop every table of the demo's PostgreSQL database (`make demo-reset`). Runs inside the site's Django."""

import sys


def main() -> int:
    """Empty the schema that the tables are in. The database stays: we may not be allowed to make one."""
    import django
    from django.db import connection

    django.setup()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = connection.ops.quote_name(cursor.fetchone()[0])
        cursor.execute(f"DROP SCHEMA {schema} CASCADE")
        cursor.execute(f"CREATE SCHEMA {schema}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
