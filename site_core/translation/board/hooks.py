"""The board's addresses, and its place in the menu of reports."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from site_core.translation.board.chosen import with_chosen
from site_core.translation.board.import_view import ImportView
from site_core.translation.board.names import BOARD, BOARD_RESULTS, CHOSEN, IMPORT
from site_core.translation.board.pages import ACTIONS
from site_core.translation.board.views import BoardView


@hooks.register("register_admin_urls")
def board_urls() -> list[URLPattern]:
    return [
        path("translations-board/", BoardView.as_view(), name=BOARD),
        path("translations-board/results/", BoardView.as_view(results_only=True), name=BOARD_RESULTS),
        path("translations-board/chosen/", with_chosen, name=CHOSEN),
        path("translations-board/import/", ImportView.as_view(), name=IMPORT),
    ]


class BoardMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return page_permission_policy.user_has_any_permission(request.user, ACTIONS)


@hooks.register("register_reports_menu_item")
def board_menu_item() -> BoardMenuItem:
    return BoardMenuItem(
        _("Translators' board"), reverse(BOARD), name="translations-board", icon_name="globe", order=600
    )
