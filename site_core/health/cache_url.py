"""`CACHE_URL` -> Django's `CACHES`. Imported by settings, so it imports nothing of Django itself."""

from typing import Any
from urllib.parse import urlsplit

REDIS_SCHEMES = {"redis", "rediss", "unix"}
# Every public page waits for the cache at most this long before it goes on without.
SECONDS_TO_WAIT = 0.25


# Wagtail looks up which sizes of a picture exist, and (7.4) writes what it found back on every view. A rendition never
# changes under its key, which holds the hash of the picture, so each process may remember its own.
RENDITIONS = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "renditions",
    "TIMEOUT": 600,
    "OPTIONS": {"MAX_ENTRIES": 3_000},
}


def caches_from(url: str) -> dict[str, dict[str, Any]]:
    """The cache that processes share, as the address says, and what each keeps for itself."""
    return {"default": shared_cache(url), "renditions": RENDITIONS}


def shared_cache(url: str) -> dict[str, Any]:
    """From the smallest site to the largest; the names are those of django-environ.

    - `locmemcache://`: one process;
    - `filecache:///<folder>`: several on one machine;
    - `dbcache://<table>`: several anywhere, with no extra server (`manage.py createcachetable` first);
    - `redis://<host>:<port>/<number>`: many; needs the `redis` package.

    Raises ValueError with a sentence for anything else, at start and not at the first reader.
    """
    parts = urlsplit(url)
    if parts.scheme == "locmemcache":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if parts.scheme == "filecache" and parts.path:
        return {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": parts.path,
            "OPTIONS": {"MAX_ENTRIES": 10_000},
        }
    if parts.scheme == "dbcache" and parts.netloc:
        return {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": parts.netloc}
    if parts.scheme in REDIS_SCHEMES:
        return {
            "BACKEND": "site_core.health.resilient_cache.ResilientCache",
            "LOCATION": url,
            "OPTIONS": {
                "primary": "django.core.cache.backends.redis.RedisCache",
                "primary_options": {
                    "socket_timeout": SECONDS_TO_WAIT,
                    "socket_connect_timeout": SECONDS_TO_WAIT,
                },
            },
        }
    raise ValueError(
        "CACHE_URL must begin with locmemcache://, filecache:///<folder>, dbcache://<table> "
        f"or redis://<host>:<port>/<number>, not with {parts.scheme or 'nothing'}://."
    )
