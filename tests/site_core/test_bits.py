"""Sets of places hold what ordinary sets of numbers hold."""

from hypothesis import given
from hypothesis import strategies as st

from site_core.bits import AtBits, bits_at

LISTS = st.lists(st.booleans(), max_size=300)


@given(LISTS, st.integers(-310, 310), st.integers(-310, 310))
def test_what_stands_at_the_places_is_read_in_order(chosen: list[bool], start: int, stop: int) -> None:
    items = [f"item {place}" for place in range(len(chosen))]
    places = [place for place, is_chosen in enumerate(chosen) if is_chosen]
    found = AtBits(items, bits_at(places, len(items)))
    expected = [items[place] for place in places]
    assert list(found) == expected
    assert len(found) == len(expected)
    assert found[start:stop] == expected[start:stop]
    for place in range(len(expected)):
        assert found[place] == expected[place]
        assert found[-1 - place] == expected[-1 - place]


@given(st.lists(st.integers(0, 299)), st.lists(st.integers(0, 299)))
def test_they_meet_as_sets_do_and_a_place_named_twice_is_one(first: list[int], second: list[int]) -> None:
    one, other = bits_at(first, 300), bits_at(second, 300)
    assert (one & other).bit_count() == len(set(first) & set(second))
    assert list(AtBits(range(300), one | other)) == sorted({*first, *second})
