"""
Stems by cutting endings off, for languages without a dictionary that may be used, and where theirs is missing.

Coarse on purpose: two forms of one word should meet, and two words of a page's vocabulary rarely do. Figures:
docs/features/search.md.
"""

import re
from collections.abc import Sequence

from site_core.search.analysis.folding import fold

_SHORTEST = 3

_BELARUSIAN = (
    "амі ямі ымі імі ага яга ога аму яму ому уць юць аць яць ецца ацца цца ыць іць аю яю ою ею "
    "еце іце ыце аеш еш іш ыш аў еў яў оў ам ям ах ях ай яй ой ей эй ую юю ыя ія ая яя ое ае яе "
    "ых іх ым ім ом ем эм ію ыі іі а я о е э ы і у ю ў й ь"
)
_UKRAINIAN = (
    "ями ами ими іми ого ому ють уть ать ять ить ться єте ите еш єш иш ові еві єві ах ях ам ям "
    "ів їв ей ою ею єю ий ій их іх им ім ую юю ти ії ія ію а я о е є и і ї у ю й ь"
)


def _pattern(endings: str) -> re.Pattern[str]:
    longest_first = sorted({fold(ending) for ending in endings.split()}, key=len, reverse=True)
    return re.compile(rf"(?<=\w{{{_SHORTEST}}})(?:{'|'.join(longest_first)})$")


_BE, _UK = _pattern(_BELARUSIAN), _pattern(_UKRAINIAN)
# дзеці/дзяцей, нянавісць/нянавісці, школа/школе, рука/руцэ: what the last consonants become before an ending.
_BE_SOFT = ((re.compile("(?:сц|ст)$"), "ст"), (re.compile("дз$"), "д"), (re.compile("[цткч]$"), "т"))
_BE_FLEETING = re.compile(r"(?<=\w{3})[аоеэ]([нкцл])$")  # вучань/вучня
_UK_SOFT = ((re.compile("[цкч]$"), "к"), (re.compile("[згж]$"), "г"), (re.compile("[схш]$"), "х"))

_ARABIC_PREFIX = re.compile(r"^(?:[وف]?(?:بال|كال|لل|ال)|[وف](?=\w{3})|[بكل](?=\w{4}))(?=\w{3})")
_ARABIC_SUFFIX = re.compile(r"(?<=\w{3})(?:كما|هما|تان|تين|كم|هم|هن|نا|ها|ات|ان|ون|ين|يه|ه|ي|ت)$")


def belarusian(word: str) -> str:
    """Of a folded word (ў is у): дзецям, дзеці → one stem."""
    stem = _BE_FLEETING.sub(r"\1", _BE.sub("", word.replace("и", "і")))
    return _soften(stem.replace("дзе", "дзя"), _BE_SOFT)


def ukrainian(word: str) -> str:
    return _soften(_UK.sub("", word), _UK_SOFT)


def arabic(word: str) -> str:
    """Of a folded word, without article, prepositions written together with it, and common endings."""
    return _ARABIC_SUFFIX.sub("", _ARABIC_PREFIX.sub("", word))


def _soften(stem: str, rules: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for pattern, instead in rules:
        softened = pattern.sub(instead, stem)
        if softened != stem:
            return softened
    return stem
