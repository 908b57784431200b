"""Counting by sets of places finds what counting page by page finds."""

from collections.abc import Iterable
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from site_core.bits import bits_at
from site_core.facets import Facet, FacetIndex, Facets

LANGUAGES = ("pl", "en", "uk")
VALUES = {"stage": "abc", "minutes": "wxyz", "topic": "klmno"}

values = st.fixed_dictionaries({name: st.sets(st.sampled_from(known)) for name, known in VALUES.items()})
pages = st.lists(st.tuples(st.integers(0, len(LANGUAGES) - 1), values), max_size=40)
Page = tuple[int, dict[str, set[str]]]


def facets_chosen(chosen: dict[str, set[str]]) -> Facets:
    asked = [(name, value) for name, values in chosen.items() for value in sorted(values)]
    facets = [
        Facet(name, name, [(value, value) for value in known], single=name == "minutes")
        for name, known in VALUES.items()
    ]
    return Facets(facets, QueryDict(urlencode(asked)))


def index_of(pages: list[Page]) -> FacetIndex:
    def places(having: Iterable[bool]) -> int:
        return bits_at((place for place, has in enumerate(having) if has), len(pages))

    return FacetIndex(
        ids=tuple(range(len(pages))),
        keys=tuple(UUID(int=place) for place in range(len(pages))),
        ranks=tuple(places(page[0] == rank for page in pages) for rank in range(len(LANGUAGES))),
        having={
            name: {value: places(value in page[1][name] for page in pages) for value in known}
            for name, known in VALUES.items()
        },
    )


def left_by(facets: Facets, pages: list[Page], but: str = "") -> list[int]:
    """Places of the pages that have any of the values chosen in each facet but one."""
    chosen = [(name, set(asked)) for name, asked in facets.chosen.items() if asked and name != but]
    return [
        place for place, (_rank, has) in enumerate(pages) if all(has[name] & asked for name, asked in chosen)
    ]


@given(pages, values)
def test_it_finds_and_counts_what_the_pages_say(pages: list[Page], chosen: dict[str, set[str]]) -> None:
    facets = facets_chosen(chosen)
    facets.count_in(index_of(pages))
    left = left_by(facets, pages)
    assert list(facets.found.items()) == [(UUID(int=place), pages[place][0]) for place in left]
    assert list(facets.found_ids) == left
    assert (facets.whole, facets.total) == (len(pages), len(left))
    counted = {code: sum(pages[place][0] == rank for place in left) for rank, code in enumerate(LANGUAGES)}
    assert facets.total_by_language(LANGUAGES) == {code: count for code, count in counted.items() if count}


@pytest.mark.slow
@given(pages, values)
def test_each_value_says_how_many_it_would_leave(pages: list[Page], chosen: dict[str, set[str]]) -> None:
    facets = facets_chosen(chosen)
    facets.count_in(index_of(pages))
    groups, retreats = {}, []
    for name, known in VALUES.items():
        left = left_by(facets, pages, but=name)
        counts = {value: sum(value in pages[place][1][name] for place in left) for value in known}
        asked = facets.chosen[name]
        shown = {value: count for value, count in counts.items() if count or value in asked}
        if asked or any(count < len(left) for count in shown.values()):
            groups[name] = shown
        if asked and left and not left_by(facets, pages):
            retreats.append(len(left))
    assert {
        group.name: {option.value: option.count for option in group.options} for group in facets.groups
    } == groups
    assert [retreat.count for retreat in facets.retreats] == retreats


def test_counted_again_it_says_what_it_says_once() -> None:
    facets = facets_chosen({"topic": {"k"}, "stage": {"a"}})
    page: Page = (0, {"stage": {"b"}, "minutes": set(), "topic": {"k"}})
    facets.count_in(index_of([(0, {"stage": {"a"}, "minutes": set(), "topic": {"k"}})] * 3))
    assert len(facets.found) == 3
    facets.count_in(index_of([page]))
    assert (len(facets.found), facets.total, len(facets.retreats)) == (0, 0, 1)
    assert [group.name for group in facets.groups] == ["stage", "topic"]
