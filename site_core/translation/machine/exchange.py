"""One question to a translation service, with its failures in one form."""

from site_core import exchange as over_http
from site_core.exchange import Answer
from site_core.translation.machine.failures import Problem, ServiceFailed

LARGEST_ANSWER = 1_000_000
"""Bytes: a hundred times what the longest question comes back as."""


def exchange(method: str, url: str, body: bytes | None, seconds: float) -> Answer:
    """Raises ServiceFailed when there is no whole answer within `seconds`, or one that is too large."""
    try:
        return over_http.exchange(method, url, body, seconds, LARGEST_ANSWER)
    except over_http.TooSlow as error:
        raise ServiceFailed(Problem.SLOW) from error
    except over_http.TooLarge as error:
        raise ServiceFailed(Problem.NONSENSE) from error
    except over_http.NoAnswer as error:
        raise ServiceFailed(Problem.AWAY) from error
