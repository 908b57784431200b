"""Pages that are read: what a row of the database needs to become one."""

from typing import Any

from django.db.models import Model


class ReadFromRows:
    """
    Mixin: a row becomes a page by Django's own constructor.

    Wagtail's two more look for what a page that is being made may bring along (child objects) or lack (its type). A
    row does neither, and to look for it costs as much as to read its fields: of each page of each list.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        is_row = bool(args) and args[0] is not None and not kwargs
        if is_row:
            Model.__init__(self, *args)  # type: ignore[arg-type]  # every page is one
        else:
            super().__init__(*args, **kwargs)
