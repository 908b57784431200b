"""What people ask, and the pages that answer (`relevance/`)."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID

from wagtail.models import Page

from demo.content_files import read_pages

FOLDER = Path(__file__).with_name("relevance")
GOALS = {"pl": 0.95, "uk": 0.95, "be": 0.80, "en": 0.98, "ru": 0.90, "ar": 0.80}
LATER = FOLDER / "later"
"""Questions that somebody wrote once the search was there, who knew neither it nor the first set."""
AT_LEAST_LATER = 0.9
FIRST = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """`right`: folders of the demonstration's pages, any of which answers."""

    language: str
    reader: str
    text: str
    right: tuple[str, ...]
    kind: str


@cache
def asked_in(language: str, folder: Path = FOLDER) -> list[Asked]:
    content = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    return [
        Asked(language, row.get("reader", content["reader"]), row["asked"], tuple(row["right"]), row["kind"])
        for row in content["query"]
    ]


def keys_of_folders() -> dict[str, UUID]:
    """Pages by the folder they were loaded from, as their Polish titles say."""
    by_title = dict(Page.objects.filter(locale__language_code="pl").values_list("title", "translation_key"))
    titles = {key: folder.source.facts["title"] for key, folder in read_pages().items()}
    return {key: by_title[title] for key, title in titles.items() if title in by_title}


def table(outcomes: dict[Asked, bool]) -> str:
    """Shares by language and kind, as they are printed."""
    by_language: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for asked, answered in outcomes.items():
        by_language[asked.language][asked.kind].append(answered)
    rows = []
    for language, kinds in by_language.items():
        every = [answered for answers in kinds.values() for answered in answers]
        shares = ", ".join(f"{kind} {sum(answers)}/{len(answers)}" for kind, answers in sorted(kinds.items()))
        rows.append(f"{language}  {sum(every):3d}/{len(every):3d} {sum(every) / len(every):6.1%}  {shares}")
    return "\n".join(rows)
