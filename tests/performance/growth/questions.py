"""What is asked at every size: the same of every language."""

from collections.abc import Sequence
from typing import NamedTuple

from site_core.search.index.words import IndexedWord


class Question(NamedTuple):
    kind: str
    language: str
    text: str
    narrowed: str = ""


def questions_of(code: str, words: Sequence[IndexedWord]) -> list[Question]:
    """`words`: the commonest first. One that every third page has, one of a tenth, seldom ones; several; a slip."""
    common, tenth, seldom = words[0].spelling, words[12].spelling, words[len(words) // 2].spelling
    long = next(word.spelling for word in words[len(words) // 3 :] if len(word.spelling) > 7)
    asked = {
        "common": common,
        "tenth": tenth,
        "seldom": seldom,
        "two words": f"{tenth} {seldom}",
        "common words": f"{common} {words[1].spelling} {words[2].spelling}",
        "slip": long[:3] + long[4:],
        "nothing": "qqxxqqxx",
    }
    plain = [Question(kind, code, text) for kind, text in asked.items()]
    return [*plain, Question("narrowed", code, common, "&kind=resource")]
