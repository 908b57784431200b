"""SQLite as the embedded default, PostgreSQL through DATABASE_URL; one behaviour on both."""

from site_core.settings.environment import VAR_DIR, env

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'site.sqlite3'}")}

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # Readers never wait for the writer; a writer says at once that it is one.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;",
    }
elif DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # Its compiler pays where a query takes seconds. Ours take milliseconds, and it needs most of one second when it
    # overestimates how many rows there are. `?options=…` in DATABASE_URL says something else.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
CONN_MAX_AGE = env.int("DATABASE_CONNECTION_MAX_AGE", default=600)
DATABASES["default"].setdefault("CONN_MAX_AGE", CONN_MAX_AGE)
# A restarted database costs a reconnect, not an error page (limits.md, finding 8).
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# Set before the first migration: it decides the type of every primary key.
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
