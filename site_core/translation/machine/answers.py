"""What a service answered for one passage, looked at before anybody is shown it."""

import unicodedata
from collections import Counter

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString
from wagtail_localize.strings import StringValue, validate_translation_links

from site_core.translation.machine.failures import Left
from site_core.translation.machine.placeholders import Protected

SCRIPTS = {"uk": "CYRILLIC", "be": "CYRILLIC", "ru": "CYRILLIC", "ar": "ARABIC"}
LATIN = "LATIN"
NOT_ITS_OWN = {"uk": frozenset("ыэъё"), "be": frozenset("ищъ")}
"""Letters that only a neighbour has. Nobody who asked for Ukrainian is to be given Russian."""

SLACK = 40
LONGEST, SHORTEST = 4, 6
"""An answer is at most four times as long as the text, and at least a sixth, give or take `SLACK` characters."""


def draft_from(sent: Protected, answer: str, code: str) -> str | Left:
    """The text to store, or why there is none."""
    text = answer.strip()
    if "\0" in text:
        return Left.MARKUP
    soup, asked = BeautifulSoup(text, "html.parser"), BeautifulSoup(sent.text, "html.parser")
    said, words = soup.get_text().strip(), asked.get_text().strip()
    if len(said) > LONGEST * len(words) + SLACK or len(said) * SHORTEST + SLACK < len(words) or not said:
        return Left.LENGTH
    if _tags(soup) != _tags(asked) or any(isinstance(part, PreformattedString) for part in soup.descendants):
        return Left.MARKUP
    if said.casefold() == words.casefold():
        return Left.UNCHANGED
    if not _in_letters_of(code, said):
        return Left.LETTERS
    whole = sent.restored(str(soup))
    if whole is None:
        return Left.ADDRESSES
    return whole if _is_valid(sent, whole) else Left.MARKUP


def _tags(soup: BeautifulSoup) -> Counter[tuple[str, str]]:
    """Each tag with what it says of itself; their order may change with the order of the words."""
    return Counter(
        (tag.name, repr(sorted(tag.attrs.items()))) for tag in soup.descendants if isinstance(tag, Tag)
    )


def _in_letters_of(code: str, text: str) -> bool:
    """A third of the letters is enough: names keep theirs."""
    letters = [letter for letter in text.casefold() if letter.isalpha()]
    if NOT_ITS_OWN.get(code, frozenset()) & set(letters):
        return False
    script = SCRIPTS.get(code, LATIN)
    own = sum(unicodedata.name(letter, "").startswith(script) for letter in letters)
    return own * 3 >= len(letters)


def _is_valid(sent: Protected, text: str) -> bool:
    """As the translation editor asks of what people type."""
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(sent.text, text)
    except ValueError:
        return False
    return True
