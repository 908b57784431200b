"""What is public is written once: who asks "in which languages does this exist?" cannot ask it differently."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.places import ROOMS, ROOT

RESTRICTIONS = {"PageViewRestriction", "get_view_restrictions"}
ASK_FOR_RESTRICTIONS = {
    "site_core/querysets.py",  # The condition itself.
    "site_core/models/base_page.py",  # Wagtail's own question of one page, answered in fewer queries.
    "site_core/journal/watching.py",  # That one was set or lifted.
}
SAYS_WHICH_LANGUAGES_ARE_PUBLIC = {"site_core/languages/status.py"}


def parsed() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield shown(path), ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def names_in(tree: ast.AST) -> set[str]:
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return found | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def asks_for_homes_of_every_language(tree: ast.AST) -> bool:
    """Published home pages, not only that of one language: `published_pages().filter(depth=HOME_DEPTH)`."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        keywords = {word.arg: word.value for word in call.keywords}
        depth = keywords.get("depth")
        is_home = depth is not None and ast.unparse(depth) in {"HOME_DEPTH", "2"}
        is_published = bool(names_in(call.func) & {"published_pages", "only_published"})
        if is_home and is_published and not any(str(word).startswith("locale") for word in keywords):
            return True
    return False


@pytest.mark.slow
def test_restrictions_of_pages_are_asked_for_in_one_place() -> None:
    assert {name for name, tree in parsed() if names_in(tree) & RESTRICTIONS} == ASK_FOR_RESTRICTIONS


@pytest.mark.slow
def test_which_languages_are_public_is_said_in_one_place() -> None:
    found = {name for name, tree in parsed() if asks_for_homes_of_every_language(tree)}
    assert found == SAYS_WHICH_LANGUAGES_ARE_PUBLIC
