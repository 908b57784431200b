"""Takes people out of log lines: their e-mail addresses, their network addresses, what they searched for,
their keys.
"""

import logging
import re

EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
IPV4 = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")
# Three groups or more, so that a time of day stays a time of day; "::1" and "fe80::1%eth0" too.
IPV6 = re.compile(
    r"(?<![\w:.])(?=[0-9a-f:]*[0-9a-f])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:%\w+)?(?![\w:])", re.IGNORECASE
)
OUR_OWN = {"::", "::1", "0.0.0.0"}  # noqa: S104 - nothing is bound here
CLOCK = re.compile(r"\d{1,2}:\d{2}:\d{2}")
# Whatever follows a question mark that is glued to a path is a query string, searched words and all.
QUERY = re.compile(r"(?<=[\w/%.~-])\?[^\s\"'<>]+=[^\s\"'<>]*")
# What PostgreSQL adds to a refused row.
ROW_DETAIL = re.compile(r"(Key \([^)]*\)=|Failing row contains )\([^\n]*\)")
# Addresses that are keys: whoever reads them in a log may use them.
KEYS_IN_PATHS = re.compile(r"(/(?:password/reset/key|confirm-email|password_reset/confirm)/)[^\s\"'<>?]+")


def redacted(text: str) -> str:
    text = ROW_DETAIL.sub(r"\1([values])", text)
    text = KEYS_IN_PATHS.sub(r"\1[key]/", text)
    text = QUERY.sub("?[query]", text)
    text = EMAIL.sub("[e-mail]", text)
    text = IPV4.sub(keep_our_own, text)
    return IPV6.sub(keep_our_own, text)


def keep_our_own(match: re.Match[str]) -> str:
    """Addresses of this machine are nobody's, and a time of day is no address."""
    found = match[0]
    if CLOCK.fullmatch(found) or found in OUR_OWN or found.startswith("127."):
        return found
    return "[address]"


class RedactingFilter(logging.Filter):
    """Rewrites the finished message and the traceback: no formatter behind it can show what it must not.

    On a *handler*, not on a logger: a logger's filters do not see the records of its children.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = redacted(record.getMessage())
        record.args = None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = redacted(record.exc_text)
        if record.stack_info:
            record.stack_info = redacted(record.stack_info)
        return True
