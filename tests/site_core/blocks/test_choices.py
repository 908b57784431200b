"""Blocks over the languages of the settings."""

from site_core.blocks.choices import LanguageChoiceBlock, LanguagesChoiceBlock, WordChoiceBlock
from site_core.blocks.text import Tone


def test_search_takes_in_the_endonym_and_nothing_for_no_language() -> None:
    block = LanguageChoiceBlock(required=False)
    assert block.get_searchable_content("uk") == ["Українська"]
    assert block.get_searchable_content("") == []


def test_what_is_stored_is_read_without_making_the_list_of_choices() -> None:
    def no_list() -> list[tuple[str, str]]:
        raise AssertionError("a page with twenty files would make the list twenty times")

    one = WordChoiceBlock(choices=no_list)
    assert [one.to_python(stored) for stored in ("uk", "", None)] == ["uk", "", None]
    assert LanguagesChoiceBlock().to_python(["pl", "no longer known"]) == ["pl", "no longer known"]


def test_a_choice_that_the_code_knows_is_stored_as_its_word() -> None:
    tone = WordChoiceBlock(choices=Tone.choices)
    assert type(tone.normalize(Tone.INFO)) is str
    assert tone.get_prep_value(tone.normalize(Tone.INFO)) == "info"
