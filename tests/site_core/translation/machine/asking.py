"""Somebody who pre-fills, reads over and publishes, by the admin's own addresses."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import StringTranslation, Translation

from site_core.models import MachineDraft
from site_core.translation.machine.names import CONFIRM, READ_OVER, RUN


def question(client: Client, code: str, *pages: Page) -> HttpResponse:
    """The page that asks before anything is sent."""
    return client.get(reverse(CONFIRM), {"language": code, "page": [page.pk for page in pages]})


def prefill(client: Client, code: str, *pages: Page) -> list[MachineDraft]:
    """Agreed to; answers what became of each page."""
    before = set(MachineDraft.objects.values_list("pk", flat=True))
    answer = client.post(reverse(CONFIRM), {"language": code, "page": [page.pk for page in pages]})
    assert answer.status_code in (200, 302), answer
    return list(MachineDraft.objects.exclude(pk__in=before).order_by("pk"))


def translation_of(page: Page, code: str) -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code=code)


def passages(page: Page, code: str, kind: str = "machine") -> dict[str, str]:
    """Text by source text, of those by machines that nobody has read, or of "manual" ones."""
    rows = StringTranslation.objects.filter(
        context__object_id=page.translation_key, locale__language_code=code, translation_type=kind
    )
    return dict(rows.values_list("translation_of__data", "data"))


def read_over(client: Client, page: Page, code: str, **form: Any) -> HttpResponse:
    """Without a form: "I have read all of it", of what the page shows at this moment."""
    url = reverse(READ_OVER, args=[translation_of(page, code).pk])
    if not form:
        shown = [one.mark for one in client.get(url).context["unread"]]
        form = {"do": "all", "shown": shown}
    return client.post(url, form, follow=True)


def said_in_log(page: Page) -> list[str]:
    return [entry.message for entry in PageLogEntry.objects.filter(page=page.pk).order_by("pk")]


def report(client: Client, row: MachineDraft) -> str:
    answer = client.get(reverse(RUN, args=[row.run]), headers={"accept-language": "en"})
    assert answer.status_code == 200
    return answer.content.decode()
