"""Text that knows which language it is in, so that a page can say so wherever it is not the reader's (WCAG 3.1.2)."""

from functools import lru_cache

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from site_core.languages.known import Language
from site_core.languages.reading import reading_language


class Words(str):
    """
    Text among facts of ours: the place of an event, the name of a topic.

    In a template it marks itself (`<span lang="pl" dir="ltr">`) where its language is not the reader's; everywhere else
    it is the text. Not for attributes.
    """

    language: Language

    def __new__(cls, text: str, language: Language) -> "Words":
        words = super().__new__(cls, text)
        words.language = language
        return words

    def __eq__(self, other: object) -> bool:
        """As facts of a card that is shown again: the same text in another language is other markup."""
        return str.__eq__(self, other) is True and getattr(other, "language", None) == self.language

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __reduce__(self) -> tuple[type, tuple[str, Language]]:
        return type(self), (str.__str__(self), self.language)

    def __hash__(self) -> int:
        return hash((str(self), self.language))

    def __html__(self) -> SafeString:
        text = str.__str__(self)
        attributes = language_attributes(self.language)
        return format_html("<span{}>{}</span>", attributes, text) if attributes else conditional_escape(text)


def language_attributes(of: Language | None) -> SafeString:
    """` lang="uk" dir="ltr"` for what is in another language than the reader's; nothing for what is in it."""
    return _attributes(of) if of and of.code != reading_language().code else SafeString("")


@lru_cache(maxsize=256)
def _attributes(language: Language) -> SafeString:
    return format_html(' lang="{}" dir="{}"', language.code, language.direction)


def readers_attributes(shown: Language) -> SafeString:
    """The attributes of the reader's own language, inside of something said in another."""
    reader = reading_language()
    return SafeString("") if shown == reader else _attributes(reader)
