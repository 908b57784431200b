"""Choice blocks over vocabularies of the settings, read when asked for and not at import."""

from django.conf import settings
from wagtail import blocks


def language_choices() -> list[tuple[str, str]]:
    """Languages of the settings by endonym, and a few that files come in besides."""
    return [*settings.LANGUAGES, *settings.FILE_ONLY_LANGUAGES]


class LanguageChoiceBlock(blocks.ChoiceBlock):
    """One language a text or file is in."""

    def __init__(self, **kwargs: object) -> None:
        kwargs["choices"] = language_choices
        super().__init__(**kwargs)

    def get_searchable_content(self, value: str) -> list[str]:
        """The endonym. Wagtail would say of no language the words of the empty choice, "- Select an option -"."""
        return super().get_searchable_content(value) if value else []


class LanguagesChoiceBlock(blocks.MultipleChoiceBlock):
    """Languages spoken or written somewhere."""

    def __init__(self, **kwargs: object) -> None:
        kwargs["choices"] = language_choices
        super().__init__(**kwargs)
