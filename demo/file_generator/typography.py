"""Spaces at which a line must not end."""

import re

_NO_BREAK = "\u00a0"
# “116 111” is one number. In Arabic this is more than a matter of lines: with an ordinary space between them the two
# groups would be shown in the order of the script, and the number would be another one.
_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b)")
_YEAR = re.compile(r"(?<=\d{4}) (?=[rр]\.)")
# In Polish a one-letter word does not stand at the end of a line.
_SMALL_WORD = re.compile(r"(?<![^\s(„»*])([aiouwzAIOUWZ]) (?=\w)")


def unbroken(text: str, language: str) -> str:
    text = _YEAR.sub(_NO_BREAK, _NUMBER.sub(_NO_BREAK, text))
    return _SMALL_WORD.sub(rf"\1{_NO_BREAK}", text) if language.startswith("pl") else text
