"""The pictures by name, in the order in which they are taken."""

from collections.abc import Callable
from importlib import import_module

from tools.screenshots.desk import Desk

Scene = Callable[[Desk], bytes]
_scenes: dict[str, Scene] = {}


def scene(name: str) -> Callable[[Scene], Scene]:
    def remember(take: Scene) -> Scene:
        _scenes[name] = take
        return take

    return remember


def all_scenes() -> dict[str, Scene]:
    # Those of lists come last: one goes on where another has left off.
    for room in ("scenes", "scenes_of_lists"):
        import_module(f"tools.screenshots.{room}")
    return dict(_scenes)
