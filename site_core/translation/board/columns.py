"""Columns of the board."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.models import Locale, Page

from site_core.languages.addresses import page_address
from site_core.languages.known import language_of
from site_core.translation.permissions import actions_on


class ChooseColumn(BaseColumn):
    """A box to tick for each page, and one for all of them, which only works with scripts."""

    header_template_name = "site_core/admin/board/choose_all.html"
    cell_template_name = "site_core/admin/board/choose.html"

    def __init__(self) -> None:
        super().__init__("choose")


class SourceTitleColumn(TitleColumn):
    """Leads to the editor of the page, or, who may not change it, to the page; below it, where it stands."""

    cell_template_name = "site_core/admin/board/title_cell.html"

    def get_link_url(self, instance: Page, parent_context: dict[str, Any]) -> str:
        user = parent_context["request"].user
        if user.is_superuser or "change" in actions_on(user, instance):
            return reverse("wagtailadmin_pages:edit", args=[instance.pk])
        return page_address(instance)


class LanguageStateColumn(Column):
    """The state of each page in one language."""

    header_template_name = "site_core/admin/board/language_header.html"
    cell_template_name = "site_core/admin/board/state_cell.html"

    def __init__(self, locale: Locale) -> None:
        self.language = language_of(locale.language_code)
        super().__init__(f"state_{locale.language_code}", label=self.language.endonym)

    def get_value(self, instance: Page) -> Any:
        return instance.cells[self.language.code]
