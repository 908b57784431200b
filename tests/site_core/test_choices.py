"""Words of stored choices."""

from django.utils.translation import override

from resources.models.vocabulary import Kind
from site_core.choices import label_of


def test_the_label_is_in_the_language_of_the_moment() -> None:
    said = {}
    for code in ("pl", "uk"):
        with override(code):
            said[code] = label_of(Kind, Kind.values[0])
    assert said["pl"] != said["uk"]
    assert all(said.values())


def test_a_value_nobody_knows_any_more_is_shown_as_it_is() -> None:
    assert label_of(Kind, "papyrus") == "papyrus"
