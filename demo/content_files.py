"""Demo content as it lies in `demo/content/`: one folder a page, one file a language, facts beside them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

CONTENT = Path(__file__).parent / "content"
# The same language, read by C where the package was built with it: seven times as fast.
YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ContentError(Exception):
    """A content file that cannot be loaded; the message names the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class PageText:
    """One language of a page: `facts` from the front matter, `body` as Markdown with containers."""

    path: Path
    facts: dict[str, Any]
    body: str


@dataclass(slots=True)
class PageFolder:
    """A page with all its languages. `texts` is keyed by language code; `later` is a later state of the source."""

    key: str
    facts: dict[str, Any]
    texts: dict[str, PageText] = field(default_factory=dict)
    later: PageText | None = None

    @property
    def source(self) -> PageText:
        return self.texts[settings.LANGUAGE_CODE]


def read_yaml(text: str) -> Any:
    return yaml.load(text, Loader=YAML_LOADER)  # noqa: S506  both are safe loaders


def read_text(path: Path) -> PageText:
    raw = path.read_text(encoding="utf-8")
    try:
        _before, front, body = raw.split("---\n", 2)
        facts = read_yaml(front)
    except (ValueError, yaml.YAMLError) as error:
        raise ContentError(f"{path}: front matter cannot be read: {error}") from error
    return PageText(path, {key: clean(value) for key, value in facts.items() if value is not None}, body)


def clean(value: Any) -> Any:
    """Text without the line breaks that a block scalar leaves around it."""
    return value.strip() if isinstance(value, str) else value


def read_pages(folder: Path = CONTENT / "pages") -> dict[str, PageFolder]:
    """All page folders by key, parents before children, siblings in their order."""
    found: dict[str, PageFolder] = {}
    for facts_file in sorted(folder.glob("*/page.yaml")):
        page = PageFolder(facts_file.parent.name, read_yaml(facts_file.read_text(encoding="utf-8")))
        for path in sorted(facts_file.parent.glob("*.md")):
            if path.name == f"{settings.LANGUAGE_CODE}.later.md":
                page.later = read_text(path)
            else:
                page.texts[path.stem] = read_text(path)
        if settings.LANGUAGE_CODE not in page.texts:
            raise ContentError(f"{facts_file.parent}: no text in the source language")
        found[page.key] = page
    return in_tree_order(found)


def in_tree_order(pages: dict[str, PageFolder]) -> dict[str, PageFolder]:
    def depth(page: PageFolder) -> int:
        parent = page.facts.get("parent")
        if parent is None:
            return 0
        if parent not in pages:
            raise ContentError(f"{page.key}: its parent “{parent}” does not exist")
        return depth(pages[parent]) + 1

    ordered = sorted(pages.values(), key=lambda page: (depth(page), page.facts.get("order", 0), page.key))
    return {page.key: page for page in ordered}


def read_snippets(name: str) -> list[dict[str, Any]]:
    """A list of snippets: facts, and under each language code its texts."""
    return read_yaml((CONTENT / "snippets" / f"{name}.yaml").read_text(encoding="utf-8"))
