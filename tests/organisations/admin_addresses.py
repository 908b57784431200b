"""Every address of the admin that takes something, found in the site's own address table."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

ADMIN = "admin/"
LEFT_OUT = {"wagtailadmin_password_reset_confirm"}
"""Takes a token out of a mail, not a thing."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address with its names in place of what it takes: `namespace:name` and the names, `0`, `1` if unnamed."""

    name: str
    takes: tuple[str, ...]

    def addresses(self, things: Mapping[str, Sequence[object]]) -> Iterator[str]:
        """
        The address for every combination of things.

        What is taken is looked up as `namespace:name:parameter`, then `namespace:parameter`, then `parameter`.
        Raises KeyError for what nobody said: a new kind of address has to be thought of.
        """
        namespace = self.name.rpartition(":")[0]
        wanted = [
            next(
                things[key]
                for key in (f"{self.name}:{taken}", f"{namespace}:{taken}", taken, None)
                if key in things or key is None
            )
            for taken in self.takes
        ]
        for chosen in itertools.product(*wanted):
            numbered = all(taken.isdecimal() for taken in self.takes)
            facts = {"args": chosen} if numbered else {"kwargs": dict(zip(self.takes, chosen, strict=True))}
            try:
                yield reverse(self.name, **facts)
            except NoReverseMatch:
                continue


def admin_places() -> list[Place]:
    """All of them once, those that take nothing included."""
    return sorted(
        {
            Place(name, takes)
            for route, name, takes in _walk(get_resolver(), "", "")
            if route.startswith(ADMIN) and name not in LEFT_OUT
        },
        key=lambda place: (place.name, place.takes),
    )


def _walk(resolver: URLResolver, route: str, namespace: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for entry in resolver.url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, here, inner)
        elif isinstance(entry, URLPattern) and entry.name:
            named = tuple(entry.pattern.converters) or tuple(entry.pattern.regex.groupindex)
            unnamed = tuple(str(number) for number in range(entry.pattern.regex.groups))
            yield here, namespace + entry.name, named or unnamed
