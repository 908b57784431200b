"""
A language is public when its home page is, and that is published by switching the language on.

By nothing else: a translator who finishes the home page, a workflow or a bulk action would open a language of which
nothing else may be there yet. The switch (`site_core.translation.release`) shows first what is missing.
"""

from django.conf import settings
from wagtail.models import PagePermissionTester


class HomePagePermissions(PagePermissionTester):
    """As for every page, but the ordinary ways of publishing and taking down end before the home of a translation."""

    def can_publish(self) -> bool:
        return super().can_publish() and (self.page.live or self._is_source)

    def can_unpublish(self) -> bool:
        return super().can_unpublish() and self._is_source

    def can_switch(self) -> bool:
        """May this person switch the language on and off? Who may publish its home page otherwise."""
        return super().can_publish() and not self._is_source

    @property
    def _is_source(self) -> bool:
        return bool(self.page.locale.language_code == settings.LANGUAGE_CODE)
