"""Blocks over the languages of the settings."""

from site_core.blocks.choices import LanguageChoiceBlock


def test_search_takes_in_the_endonym_and_nothing_for_no_language() -> None:
    block = LanguageChoiceBlock(required=False)
    assert block.get_searchable_content("uk") == ["Українська"]
    assert block.get_searchable_content("") == []
