"""Where withdrawing is found: in the menus of a page, over a withdrawn page's editor, among the reports."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button, ListingButton
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from site_core.languages.rows import HOME_DEPTH
from site_core.translation.board.pages import ACTIONS
from site_core.translation.withdrawing import log_actions  # noqa: F401 - registers itself
from site_core.translation.withdrawing.messages import tell_closed
from site_core.translation.withdrawing.names import PUT_BACK, WITHDRAW, WITHDRAWALS, WITHDRAWALS_RESULTS
from site_core.translation.withdrawing.put_back import may_put_back, to_put_back
from site_core.translation.withdrawing.reasons import words_of
from site_core.translation.withdrawing.report import WithdrawalsView
from site_core.translation.withdrawing.scope import may_publish_at
from site_core.translation.withdrawing.standing import standing_over
from site_core.translation.withdrawing.views import PutBackView, WithdrawView
from site_core.translation.withdrawing.withholding import closed_files_of

BEFORE_UNPUBLISH = 59
BEFORE_LOCALIZE = -20


@hooks.register("register_admin_urls")
def withdrawing_urls() -> list[URLPattern]:
    return [
        path("pages/<int:page_id>/withdraw/", WithdrawView.as_view(), name=WITHDRAW),
        path("withdrawals/", WithdrawalsView.as_view(), name=WITHDRAWALS),
        path("withdrawals/results/", WithdrawalsView.as_view(results_only=True), name=WITHDRAWALS_RESULTS),
        path("withdrawals/<uuid:withdrawal>/put-back/", PutBackView.as_view(), name=PUT_BACK),
    ]


def is_offered(page: Page, user: Any) -> bool:
    """For a page one may publish and readers see. No query: it is asked for every row of a list."""
    return page.live and page.depth > HOME_DEPTH and may_publish_at(user, page.path)


@hooks.register("register_page_header_buttons")
def offer_over_the_page(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    if is_offered(page, user):
        url = reverse(WITHDRAW, args=[page.pk])
        yield Button(_("Withdraw everywhere…"), url, icon_name="no-view", priority=BEFORE_UNPUBLISH)


@hooks.register("register_page_listing_more_buttons")
def offer_in_the_row(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if is_offered(page, user):
        url = reverse(WITHDRAW, args=[page.pk])
        yield ListingButton(_("Withdraw everywhere…"), url, icon_name="no-view", priority=BEFORE_UNPUBLISH)


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
def say_that_it_is_withdrawn(request: HttpRequest, page: Page) -> None:
    """So that nobody publishes again what was taken down for a reason, without knowing."""
    record = standing_over(page) if request.method == "GET" and not page.live else None
    if record is None:
        return
    said = _(
        "Withdrawn in all languages on %(day)s by %(person)s: %(reason)s. Publishing makes it public again."
    ) % {
        "day": date_format(localtime(record.entry.timestamp), "SHORT_DATE_FORMAT"),
        "person": record.entry.user_display_name,
        "reason": words_of(record.reason),
    }
    buttons = []
    if to_put_back(record) and may_put_back(record, request.user):
        buttons = [messages.button(reverse(PUT_BACK, args=[record.number]), _("Put back as it was"))]
    messages.warning(request, said, buttons=buttons)


@hooks.register("after_publish_page")
def say_which_files_stay_withdrawn(request: HttpRequest, page: Page) -> None:
    """Of a page that uses what was withdrawn with another: its readers would meet a link that leads nowhere."""
    tell_closed(request, closed_files_of([page]))


class WithdrawalsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return page_permission_policy.user_has_any_permission(request.user, ACTIONS)


@hooks.register("register_reports_menu_item")
def withdrawals_menu_item() -> WithdrawalsMenuItem:
    return WithdrawalsMenuItem(
        gettext_lazy("Withdrawn pages"),
        reverse(WITHDRAWALS),
        name="withdrawals",
        icon_name="no-view",
        order=650,
    )
