"""Panels of page editors."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel, InlinePanel, Panel

from site_core.languages.shared_rows import holds_shared_rows


class SharedRowsPanel(InlinePanel):
    """Rows that belong to the page in all languages: entered in the source language, elsewhere a word on where."""

    def get_bound_panel(
        self, instance: Any = None, request: Any = None, form: Any = None, prefix: str = "panel"
    ) -> Panel.BoundPanel:
        if instance is None or holds_shared_rows(instance):
            return super().get_bound_panel(instance=instance, request=request, form=form, prefix=prefix)
        words = HelpPanel(
            heading=self.heading,
            content=_("They stand on the Polish page and belong to it in all languages."),
        )
        return words.bind_to_model(self.model).get_bound_panel(
            instance=instance, request=request, form=form, prefix=prefix
        )
