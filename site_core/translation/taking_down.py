"""
Taking a page down asks about its versions in other languages: Wagtail leaves them up (stack.md, T3).

One tick for each version that is public and that the person may take down. On the source's page they are ticked: a
campaign that is withdrawn in Polish is not to stay up in five languages because nobody thought of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from site_core.languages.known import Language, language_of
from site_core.languages.names import names_of
from site_core.languages.rows import HOME_DEPTH
from site_core.querysets import has_live_below
from site_core.translation.permissions import User

try:
    from wagtail.admin.views.pages.unpublish import Unpublish
except ImportError:  # Wagtail 8 calls it so; in 7.4 this is the name of another view
    from wagtail.admin.views.pages.unpublish import UnpublishView as Unpublish


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """A public version beside the one being taken down."""

    page: Page
    language: Language
    has_live_below: bool

    @property
    def name(self) -> str:
        return names_of([self.language])


def other_versions(pages: Iterable[Page], user: User) -> list[OtherVersion]:
    """Public versions beside these pages that the person may take down, too: by page, in the order of the settings."""
    given = list(pages)
    keys = [page.translation_key for page in given]
    order = {code: place for place, code in enumerate(dict(settings.LANGUAGES))}
    versions = (
        Page.objects.filter(translation_key__in=keys, live=True, alias_of__isnull=True)
        .exclude(pk__in=[page.pk for page in given])
        .select_related("locale")
    )
    may = [page for page in versions if page.permissions_for_user(user).can_unpublish()]
    last = len(order)  # of a language that left the settings while its pages stayed
    may.sort(key=lambda page: (keys.index(page.translation_key), order.get(page.locale.language_code, last)))
    return [OtherVersion(page, language_of(page.locale.language_code), has_live_below(page)) for page in may]


class TakeDown(Unpublish):
    template_name = "site_core/admin/confirm_unpublish.html"

    @cached_property
    def others(self) -> list[OtherVersion]:
        """Versions this person may take down, in the order of the settings."""
        return other_versions([self.object], self.request.user)

    @cached_property
    def chosen(self) -> list[OtherVersion]:
        """Those ticked; what is not among `others` was not offered, and is not taken down."""
        ticked = self.request.POST.getlist("versions") if self.request.method == "POST" else []
        return [version for version in self.others if str(version.page.pk) in ticked]

    def get_objects_to_unpublish(self) -> list[Page]:
        return [self.object, *(version.page.specific for version in self.chosen)]

    def get_success_message(self) -> str:
        if not self.chosen:
            return str(super().get_success_message())
        languages = names_of(version.language for version in self.chosen)
        return _("“%(title)s” is not public any more, nor is it in: %(languages)s.") % {
            "title": self.object.get_admin_display_title(),
            "languages": languages,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_source = self.object.locale.language_code == settings.LANGUAGE_CODE
        return {
            **super().get_context_data(**kwargs),
            "others": self.others,
            "ticked": is_source,
            "offers_withdrawal": self.object.depth > HOME_DEPTH,
            "has_children": any(version.has_live_below for version in self.others),
        }
