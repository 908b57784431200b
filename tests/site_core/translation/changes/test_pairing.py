"""Which paragraph became which."""

from site_core.translation.changes.pairing import paired

OLD = ["Pierwszy akapit o tramwaju.", "Drugi akapit o sklepie.", "Trzeci akapit o szkole."]


def test_what_stayed_or_was_moved_is_in_no_pair() -> None:
    assert paired(OLD, OLD) == {}
    assert paired(OLD, OLD[::-1]) == {}


def test_one_changed_paragraph_is_one_pair() -> None:
    assert paired(OLD, [OLD[0], "Drugi akapit o sklepie i targu.", OLD[2]]) == {1: 1}


def test_a_paragraph_that_came_beside_a_changed_one_is_new() -> None:
    now = [OLD[0], "Zupełnie co innego.", "Drugi akapit o sklepie i targu.", OLD[2]]
    assert paired(OLD, now) == {2: 1}


def test_a_paragraph_that_went_beside_a_changed_one_is_gone() -> None:
    assert paired(OLD, ["Trzeci akapit o przedszkolu."]) == {0: 2}


def test_what_was_written_anew_in_its_place_is_a_pair() -> None:
    assert paired(["Stare."], ["Całkiem inne słowa."]) == {0: 0}


def test_a_moved_paragraph_is_not_what_another_one_came_from() -> None:
    assert paired(OLD, [OLD[2], "Pierwszy akapit o autobusie.", OLD[1]]) == {1: 0}


def test_very_many_are_paired_by_their_order() -> None:
    old, now = [f"stary {n}" for n in range(40)], [f"nowy {n}" for n in range(41)]
    assert paired(old, now) == {n: n for n in range(40)}
