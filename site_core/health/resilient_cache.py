"""A cache that may go away without taking the site with it."""

import importlib
from collections.abc import Iterable
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.utils.module_loading import import_string

from site_core.health.outage import outage_of

# What the stand-in knows is soon forgotten: other processes cannot tell it what has changed.
STAND_IN_MAX_SECONDS = 60


class ResilientCache(BaseCache):
    """Django's cache client raises when its server is away, and Wagtail asks it on every page.

    (limits.md, finding 8.)

    Here each process covers with its own memory until the server is back. Not with misses: `add()` must
    keep its promise, because sign-in limits and locks are built on it. Counters are then per process:
    weaker, but never shut. What was changed meanwhile is deleted from the server when it returns, so that
    nothing old comes back with it.

    `OPTIONS["primary"]` is the backend to use, `OPTIONS["primary_options"]` its own options.
    """

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        options = params["OPTIONS"]
        self._primary = import_string(options["primary"])(
            location, {**params, "OPTIONS": dict(options.get("primary_options", {}))}
        )
        self._stand_in = LocMemCache(f"stand-in for {location}", {"TIMEOUT": STAND_IN_MAX_SECONDS})
        self._outage = outage_of(location)

    @property
    def is_standing_in(self) -> bool:
        return self._outage.lasts

    def _do(self, operation: str, *args: Any, **kwargs: Any) -> Any:
        if not self._outage.forbids_asking:
            try:
                if self._outage.lasts:
                    self._welcome_back()
                return getattr(self._primary, operation)(*args, **kwargs)
            except outage_errors() as failure:
                if self._outage.note_failure(failure):
                    self._stand_in.clear()
        return getattr(self._stand_in, operation)(*args, **shortened(kwargs))

    def _welcome_back(self) -> None:
        """Raises like any other call if the server is still away."""
        self._primary.get("anybody-there")
        for key, version in self._outage.end():
            self._primary.delete(key, version=version)

    def _change(self, operation: str, keys: Iterable[str], *args: Any, **kwargs: Any) -> Any:
        result = self._do(operation, *args, **kwargs)
        if self._outage.lasts:
            for key in keys:
                self._outage.note_change(key, kwargs.get("version"))
        return result

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._change("add", [key], key, value, timeout=timeout, version=version)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._do("get", key, default, version=version)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._change("set", [key], key, value, timeout=timeout, version=version)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._do("touch", key, timeout=timeout, version=version)

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._change("delete", [key], key, version=version)

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        return self._do("get_many", list(keys), version=version)

    def set_many(
        self, data: dict[str, Any], timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> list[str]:
        return self._change("set_many", data, data, timeout=timeout, version=version)

    def delete_many(self, keys: Iterable[str], version: int | None = None) -> None:
        names = list(keys)
        self._change("delete_many", names, names, version=version)

    def has_key(self, key: str, version: int | None = None) -> bool:
        return self._do("has_key", key, version=version)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        return self._change("incr", [key], key, delta, version=version)

    def clear(self) -> None:
        self._do("clear")

    def close(self, **kwargs: Any) -> None:
        self._primary.close(**kwargs)


def outage_errors() -> tuple[type[Exception], ...]:
    """What "the server is away" looks like. redis-py is an extra, and its errors are no OSErrors."""
    try:
        redis_errors = importlib.import_module("redis.exceptions")
    except ModuleNotFoundError:
        return (OSError,)
    return (OSError, redis_errors.RedisError)


def shortened(kwargs: dict[str, Any]) -> dict[str, Any]:
    """The arguments for the stand-in: nothing is kept there for longer than it can be trusted."""
    if "timeout" not in kwargs or kwargs["timeout"] is DEFAULT_TIMEOUT:
        return kwargs
    if kwargs["timeout"] is None or kwargs["timeout"] > STAND_IN_MAX_SECONDS:
        return {**kwargs, "timeout": STAND_IN_MAX_SECONDS}
    return kwargs
