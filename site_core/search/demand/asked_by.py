"""Whose questions are counted: those of people who read, and of nobody who says that they are something else."""

import re

from django.conf import settings
from django.http import HttpRequest

_NO_READER = re.compile(
    r"bot|crawl|spider|slurp|archiv|monitor|preview|fetch|scan|headless|lighthouse|feed", re.IGNORECASE
)


def is_to_be_counted(request: HttpRequest) -> bool:
    """
    A question of a reader, as it was asked first: not its second page, not the same one narrowed.

    Machines say what they are, and only browsers call themselves Mozilla. Editors carry a session. A page that a
    browser fetches ahead was asked by nobody yet. None of it is kept.
    """
    browser = request.headers.get("User-Agent", "")
    return (
        request.method == "GET"
        and set(request.GET) == {"q"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "Mozilla/" in browser
        and not _NO_READER.search(browser)
        and "prefetch" not in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    )
