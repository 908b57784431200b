"""Whichever service is configured, asked in one way, with its failures in one form."""

from collections.abc import Sequence
from typing import Any

import requests
from wagtail.models import Locale
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

from site_core.translation.machine.failures import Problem, ServiceFailed

DESTINATIONS = {"DeepL": "api.deepl.com", "Google Translate": "translate.googleapis.com"}


def service() -> BaseMachineTranslator | None:
    """None where none is configured."""
    return get_machine_translator()


def destination(translator: BaseMachineTranslator) -> str:
    """The host that texts go to."""
    return getattr(translator, "destination", None) or DESTINATIONS.get(str(translator.display_name), "")


def offers(translator: BaseMachineTranslator, source: Locale, target: Locale) -> bool:
    """Raises ServiceFailed. wagtail-localize's classes do not ask: an unknown language is refused when it is sent."""
    ask: Any = getattr(translator, "offers", translator.can_translate)
    return bool(ask(source, target))


def translated(
    translator: BaseMachineTranslator, source: Locale, target: Locale, texts: Sequence[str]
) -> list[str]:
    """As many texts as were given, in their order. Raises ServiceFailed."""
    asked = [StringValue(text) for text in texts]
    try:
        answers = translator.translate(source, target, asked)
        return [answers[string].data for string in asked]
    except requests.Timeout as error:
        raise ServiceFailed(Problem.SLOW) from error
    except _google_errors() as error:
        raise ServiceFailed(Problem.REFUSED) from error
    except requests.ConnectionError as error:
        raise ServiceFailed(Problem.AWAY) from error
    except (requests.RequestException, KeyError, TypeError, ValueError) as error:
        raise ServiceFailed(Problem.NONSENSE) from error


def _google_errors() -> tuple[type[Exception], ...]:
    """Google's library is installed only where Google translates."""
    try:
        from google.api_core.exceptions import GoogleAPIError
    except ImportError:
        return ()
    return (GoogleAPIError,)
