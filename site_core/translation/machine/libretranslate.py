"""
The protocol of LibreTranslate, which other free services speak as well: `POST /translate`, `GET /languages`.

wagtail-localize brings a class for it. This one waits for no longer than it was told, follows nobody elsewhere, asks
again where the service asks it to, and believes no answer that it has not looked at.
"""

import json
import time
from collections.abc import Collection
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.core.cache import cache
from wagtail.models import Locale
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

from site_core.exchange import Answer
from site_core.translation.machine.exchange import exchange
from site_core.translation.machine.failures import Problem, ServiceFailed
from site_core.translation.written import WRITTEN_LANGUAGES

COME_BACK_LATER = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
ATTEMPTS = 3
PAUSE = 1.0
"""Seconds before the next attempt where the service does not say."""
LANGUAGES_KEPT = 600


class LibreTranslator(BaseMachineTranslator):
    display_name = "LibreTranslate"
    until: float | None = None
    """Of `time.monotonic()`, where somebody waits: no answer is waited for longer than that."""

    @property
    def destination(self) -> str:
        """The host that texts are sent to, for people to read."""
        return urlsplit(self.options["URL"]).netloc

    def can_translate(self, source_locale: Locale, target_locale: Locale) -> bool:
        """Could it make sense? Asks nobody: the translation editor wants to know each time it is opened."""
        codes = (source_locale.language_code, target_locale.language_code)
        return not any(code in WRITTEN_LANGUAGES for code in codes) and _base(codes[0]) != _base(codes[1])

    def offers(self, source_locale: Locale, target_locale: Locale) -> bool:
        """
        Does the service translate exactly from this language into exactly that one? Never into a similar one instead.

        Raises ServiceFailed. An answer is kept for ten minutes.
        """
        key = f"machine_translation_languages:{self.options['URL']}"
        known = cache.get(key)
        if known is None:
            known = _languages(self._ask("GET", "/languages"))
            cache.set(key, known, LANGUAGES_KEPT)
        return target_locale.language_code in known.get(source_locale.language_code, ())

    def translate(
        self, source_locale: Locale, target_locale: Locale, strings: Collection[StringValue]
    ) -> dict[StringValue, StringValue]:
        """One request. Raises ServiceFailed unless there is a text for each string; what it says is not looked at."""
        asked = list(strings)
        answer = self._ask(
            "POST",
            "/translate",
            {
                "q": [string.data for string in asked],
                "source": source_locale.language_code,
                "target": target_locale.language_code,
                "format": "html",
                **({"api_key": self.options["KEY"]} if self.options.get("KEY") else {}),
            },
        )
        texts = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise ServiceFailed(Problem.NONSENSE)
        if len(texts) != len(asked):
            raise ServiceFailed(Problem.NONSENSE)
        return {string: StringValue(text) for string, text in zip(asked, texts, strict=True)}

    def _ask(self, method: str, path: str, question: dict[str, Any] | None = None) -> Any:
        body = json.dumps(question).encode() if question is not None else None
        end = time.monotonic() + self.options["SECONDS"]
        if self.until is not None:
            end = min(end, self.until)
        for attempt in range(1, ATTEMPTS + 1):
            left = end - time.monotonic()
            if left <= 0:
                break
            answer = exchange(method, self.options["URL"] + path, body, left)
            if answer.status not in COME_BACK_LATER:
                return _said(answer)
            pause = _pause(answer)
            if attempt == ATTEMPTS or pause > end - time.monotonic():
                break
            time.sleep(pause)
        raise ServiceFailed(Problem.BUSY)


def _base(code: str) -> str:
    return code.split("-")[0]


def _said(answer: Answer) -> Any:
    if answer.status != HTTPStatus.OK:
        own_error = answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        raise ServiceFailed(Problem.BROKEN if own_error else Problem.REFUSED)
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        raise ServiceFailed(Problem.NONSENSE) from error


def _languages(answer: Any) -> dict[str, list[str]]:
    """By code, the codes it is translated into."""
    try:
        return {entry["code"]: [str(target) for target in entry["targets"]] for entry in answer}
    except (TypeError, KeyError) as error:
        raise ServiceFailed(Problem.NONSENSE) from error


def _pause(answer: Answer) -> float:
    """Retry-After holds seconds or a date."""
    said = answer.retry_after.strip()
    if said.isdecimal():
        return float(said[:6])
    try:
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):  # None said, no date, or one without a zone.
        return PAUSE
