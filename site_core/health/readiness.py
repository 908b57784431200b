"""Runs the readiness checks and says whether readers can be served."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)

Check = Callable[[], None]


class NotReady(Exception):
    """A check's verdict, in words for the log."""


@dataclass(frozen=True)
class Report:
    passed: dict[str, bool]
    needed: frozenset[str]

    @property
    def can_serve(self) -> bool:
        return all(passed for name, passed in self.passed.items() if name in self.needed)

    @property
    def status(self) -> str:
        if all(self.passed.values()):
            return "ok"
        return "degraded" if self.can_serve else "unavailable"


def examine() -> Report:
    """Every check of `READINESS_CHECKS` runs, so that one answer names everything that is wrong.

    A check passes by returning and fails by raising anything; each failure leaves one line in the log.
    """
    passed = {name: passes(name, import_string(path)) for name, path in settings.READINESS_CHECKS.items()}
    return Report(passed=passed, needed=frozenset(passed) - frozenset(settings.READINESS_OPTIONAL))


def passes(name: str, check: Check) -> bool:
    try:
        check()
    except Exception as failure:  # noqa: BLE001 - a check that breaks has failed, whatever it broke on
        logger.error("Readiness check %s failed: %s: %s", name, type(failure).__name__, failure)  # noqa: TRY400
        return False
    return True
