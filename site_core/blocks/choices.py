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


class LanguagesChoiceBlock(blocks.MultipleChoiceBlock):
    """Languages spoken or written somewhere."""

    def __init__(self, **kwargs: object) -> None:
        kwargs["choices"] = language_choices
        super().__init__(**kwargs)
