"""Choice blocks whose choices are words. Those over the vocabularies of the settings read them when asked for."""

from django.conf import settings
from wagtail import blocks


def language_choices() -> list[tuple[str, str]]:
    """Languages of the settings by endonym, and a few that files come in besides."""
    return [*settings.LANGUAGES, *settings.FILE_ONLY_LANGUAGES]


class WordsAsKeys:
    """
    A choice is the word that is stored.

    Wagtail looks every stored value up among the choices, to give numbers back as numbers, and makes the list of them
    anew for each value: a fifth of the processor's time of a campaign with seventeen files.
    """

    def normalize_choice(self, value: str | None) -> str | None:
        return None if value is None else str(value)


class WordChoiceBlock(WordsAsKeys, blocks.ChoiceBlock):
    """One of the words that the code knows."""


class LanguageChoiceBlock(WordsAsKeys, blocks.ChoiceBlock):
    """One language a text or file is in."""

    def __init__(self, **kwargs: object) -> None:
        kwargs["choices"] = language_choices
        super().__init__(**kwargs)

    def get_searchable_content(self, value: str) -> list[str]:
        """The endonym. Wagtail would say of no language the words of the empty choice, "- Select an option -"."""
        return super().get_searchable_content(value) if value else []


class LanguagesChoiceBlock(WordsAsKeys, blocks.MultipleChoiceBlock):
    """Languages spoken or written somewhere."""

    def __init__(self, **kwargs: object) -> None:
        kwargs["choices"] = language_choices
        super().__init__(**kwargs)
