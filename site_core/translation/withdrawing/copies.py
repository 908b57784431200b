"""
Copies of withdrawn pages that a proxy in front of the site keeps.

A proxy that answers at once (`stale-while-revalidate`; nginx with `proxy_cache_background_update`) gives whoever asks
first after the copy has aged that copy once more, however old it is, and fetches the new answer meanwhile. So that this
is not a reader, the site asks itself, as soon as copies have aged. So after putting back, when copies say "taken down".
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from urllib.error import HTTPError
from urllib.request import urlopen

from django.conf import settings
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django_tasks import task
from wagtail.models import Page

from site_core.languages.addresses import absolute, page_address
from site_core.languages.known import known_languages
from site_core.media.models import SiteDocument
from site_core.translation.withdrawing.files import File

logger = logging.getLogger(__name__)

SECONDS_LATER = 5
PATIENCE = 10  # seconds
MOST_SILENT = 3
"""Answers missing one after another: one slow page says nothing of the others, three say that nobody is there."""


def ask_when_aged(pages: Iterable[Page], files: Iterable[File]) -> None:
    """By the worker; where there is none, on a laptop, there is no proxy either."""
    if not ask_for.get_backend().supports_defer:
        return
    aged = timezone.now() + timedelta(seconds=settings.PUBLIC_MAX_AGE + SECONDS_LATER)
    ask_for.using(run_after=aged).enqueue(addresses_of(pages, files))


def addresses_of(pages: Iterable[Page], files: Iterable[File]) -> list[str]:
    """Of documents; of the pages and those above, which list them: under every language, as pages are shown so."""
    own = [page_address(page).strip("/").split("/")[1:] for page in pages]
    paths = {tuple(parts[:length]) for parts in own for length in range(len(parts) + 1)}
    of_pages = {"/".join(["", code, *parts, ""]) for parts in paths for code in known_languages()}
    return sorted(of_pages | {file.url for file in files if isinstance(file, SiteDocument)})


@task()
def ask_for(addresses: list[str]) -> None:
    """As a reader would. That the answer is an error (410) is what is hoped for."""
    silent, told = 0, False
    for address in addresses:
        try:
            # The scheme is that of SITE_URL, which only who runs the site can set.
            with urlopen(iri_to_uri(absolute(address)), timeout=PATIENCE) as answer:  # noqa: S310
                answer.read()
            silent = 0
        except HTTPError as answer:
            answer.close()
            silent = 0
        except OSError:
            silent += 1
            if not told:
                logger.warning(
                    "The proxy does not answer: it may give out copies of a withdrawn page once more."
                )
                told = True
            if silent == MOST_SILENT:
                return
