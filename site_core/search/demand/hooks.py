"""The report's addresses, its place in the menu, and its permission among those that groups may have."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from site_core.search.demand.names import ASKED, ASKED_RESULTS, MAY_READ
from site_core.search.demand.report import AskedView


@hooks.register("register_admin_urls")
def asked_urls() -> list[URLPattern]:
    return [
        path("search-questions/", AskedView.as_view(), name=ASKED),
        path("search-questions/results/", AskedView.as_view(results_only=True), name=ASKED_RESULTS),
    ]


@hooks.register("register_permissions")
def permission_to_read() -> QuerySet[Permission]:
    app_label, codename = MAY_READ.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)


class AskedMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY_READ))


@hooks.register("register_reports_menu_item")
def asked_menu_item() -> AskedMenuItem:
    return AskedMenuItem(
        _("What people search for"), reverse(ASKED), name="search-questions", icon_name="search", order=650
    )
