"""Forms of pages."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class CopyWithoutAlias(CopyForm):
    """Copying a page, without the offer to make an alias: this site has none (architecture: no alias pages)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)
