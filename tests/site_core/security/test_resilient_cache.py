"""The cache server goes away and comes back, and nobody outside notices."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core.cache.backends.locmem import LocMemCache

from site_core.health import cache_url, checks, outage
from site_core.health.readiness import NotReady
from site_core.health.resilient_cache import ResilientCache


class Moody(LocMemCache):
    """Stands for the cache server: answers, or refuses the connection."""

    is_away = False
    asked = 0

    def __getattribute__(self, name: str) -> Any:
        if name in (
            "get",
            "set",
            "add",
            "delete",
            "incr",
            "get_many",
            "set_many",
            "delete_many",
            "has_key",
            "touch",
        ):
            Moody.asked += 1
            if Moody.is_away:
                raise ConnectionRefusedError("no server here")
        return super().__getattribute__(name)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[time_machine.Traveller]:
    """Stops both clocks: the one entries expire by, and the one the server is left alone by."""
    monkeypatch.setattr(outage, "time", SimpleNamespace(monotonic=time.time))
    with time_machine.travel(datetime(2026, 3, 2, 9, 0, tzinfo=UTC), tick=False) as frozen:
        yield frozen


@pytest.fixture
def cache(clock: time_machine.Traveller, request: pytest.FixtureRequest) -> Iterator[ResilientCache]:
    Moody.is_away = False
    location = f"moody://{request.node.name}"
    made = ResilientCache(location, {"OPTIONS": {"primary": f"{__name__}.Moody"}})
    yield made
    Moody.is_away = False
    made.clear()


def test_everything_goes_to_the_server_while_it_answers(cache: ResilientCache) -> None:
    cache.set("a", 1)
    assert cache.get("a") == 1
    assert cache.incr("a") == 2
    assert cache.get_many(["a", "b"]) == {"a": 2}
    assert not cache.is_standing_in


def test_every_operation_survives_an_outage(cache: ResilientCache) -> None:
    Moody.is_away = True
    assert cache.get("a", "nothing") == "nothing"
    cache.set("a", 1)
    assert cache.get("a") == 1
    assert cache.incr("a") == 2
    cache.set_many({"b": 1, "c": 2})
    assert cache.get_many(["b", "c"]) == {"b": 1, "c": 2}
    assert cache.has_key("b")
    assert cache.touch("b")
    cache.delete_many(["b", "c"])
    assert cache.delete("a")
    assert cache.get("a") is None
    assert cache.is_standing_in


def test_locks_still_lock_during_an_outage(cache: ResilientCache) -> None:
    Moody.is_away = True
    assert cache.add("lock", True) is True
    assert cache.add("lock", True) is False


def test_a_server_that_is_away_is_asked_once_and_then_left_alone(
    cache: ResilientCache, clock: time_machine.Traveller, caplog: pytest.LogCaptureFixture
) -> None:
    Moody.is_away = True
    Moody.asked = 0
    for _ in range(20):
        cache.get("a")
    assert Moody.asked == 1
    assert len([message for message in caplog.messages if "does not answer" in message]) == 1


def test_it_recovers_by_itself(cache: ResilientCache, clock: time_machine.Traveller) -> None:
    cache.set("kept", "from before")
    Moody.is_away = True
    cache.get("kept")
    Moody.is_away = False
    assert cache.get("kept") is None
    clock.shift(timedelta(seconds=6))
    assert cache.get("kept") == "from before"
    assert not cache.is_standing_in


def test_what_changed_meanwhile_does_not_come_back_old(
    cache: ResilientCache, clock: time_machine.Traveller
) -> None:
    cache.set("changed", "old")
    cache.set("deleted", "old")
    Moody.is_away = True
    cache.set("changed", "new")
    cache.delete("deleted")
    Moody.is_away = False
    clock.shift(timedelta(seconds=6))
    assert cache.get("changed") is None
    assert cache.get("deleted") is None


def test_the_stand_in_forgets_soon(cache: ResilientCache, clock: time_machine.Traveller) -> None:
    Moody.is_away = True
    cache.set("roots", "of an hour", timeout=3600)
    cache.set("forever", "and ever", timeout=None)
    clock.shift(timedelta(seconds=61))
    assert cache.get("roots") is None
    assert cache.get("forever") is None


def test_an_error_in_the_use_of_the_cache_is_not_hidden(cache: ResilientCache) -> None:
    with pytest.raises(ValueError, match="not found"):
        cache.incr("never-set")


def test_readiness_tells(
    cache: ResilientCache, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "cache", cache)
    checks.shared_cache()
    Moody.is_away = True
    with pytest.raises(NotReady, match="does not answer"):
        checks.shared_cache()
    Moody.is_away = False
    clock.shift(timedelta(seconds=6))
    checks.shared_cache()


@pytest.mark.parametrize(
    ("url", "backend"),
    [
        ("locmemcache://", "django.core.cache.backends.locmem.LocMemCache"),
        ("filecache:///var/cache/site", "django.core.cache.backends.filebased.FileBasedCache"),
        ("dbcache://cache", "django.core.cache.backends.db.DatabaseCache"),
        ("redis://127.0.0.1:6379/1", "site_core.health.resilient_cache.ResilientCache"),
        ("rediss://cache.internal/0", "site_core.health.resilient_cache.ResilientCache"),
    ],
)
def test_cache_url(url: str, backend: str) -> None:
    assert cache_url.caches_from(url)["default"]["BACKEND"] == backend


@pytest.mark.parametrize("url", ["", "memcached://127.0.0.1", "dbcache://", "redis"])
def test_a_cache_url_that_means_nothing_stops_the_start(url: str) -> None:
    with pytest.raises(ValueError, match="CACHE_URL must begin with"):
        cache_url.caches_from(url)
