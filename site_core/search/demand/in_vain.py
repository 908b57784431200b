"""What found nothing, on the first page of those who can do something about it."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from site_core.admin.first_page.panels import Group, Row
from site_core.search.curated.current import curated
from site_core.search.demand.names import ASKED, MAY_READ
from site_core.search.demand.read import in_vain
from site_core.translation.permissions import User

SHOWN = "?period=month&found=nothing"


def in_vain_group(user: User) -> Iterator[Group]:
    """One row, and only where there is something. Three queries."""
    if not user.has_perm(MAY_READ):
        return
    number = len(in_vain(timezone.localdate(), curated()))
    if number:
        text = ngettext(
            "%(count)d question found nothing this month",
            "%(count)d questions found nothing this month",
            number,
        )
        row = Row(text % {"count": number}, f"{reverse(ASKED)}{SHOWN}")
        yield Group(_("What people search for"), "", [row])
