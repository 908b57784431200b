"""Names of this room's addresses, and the one that others lead to."""

from collections.abc import Iterable

from django.http import QueryDict
from django.urls import reverse
from wagtail.models import Page

CONFIRM = "machine_drafts_confirm"
RUN = "machine_drafts_run"
READ_OVER = "machine_drafts_read_over"


def confirm_url(code: str, pages: Iterable[Page], back: str = "") -> str:
    query = QueryDict(mutable=True)
    query["language"] = code
    query.setlist("page", [str(page.pk) for page in pages])
    if back:
        query["next"] = back
    return f"{reverse(CONFIRM)}?{query.urlencode()}"
