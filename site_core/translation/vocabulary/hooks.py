"""The list's address, and its place in the menu of reports."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from site_core.translation.vocabulary.names import VOCABULARY
from site_core.translation.vocabulary.views import VocabularyView, may_see_the_list


@hooks.register("register_admin_urls")
def vocabulary_urls() -> list[URLPattern]:
    return [path("translations-board/names/", VocabularyView.as_view(), name=VOCABULARY)]


class VocabularyMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_the_list(request.user)


@hooks.register("register_reports_menu_item")
def vocabulary_menu_item() -> VocabularyMenuItem:
    return VocabularyMenuItem(
        _("Names and descriptions"),
        reverse(VOCABULARY),
        name="translations-vocabulary",
        icon_name="list-ul",
        order=610,
    )
