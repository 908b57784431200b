"""
The one writer of what was asked.

A row holds a digest of the question, made with a key of the site's that is another every month, and a number. What was
asked is written beside it the fifth time; in the next month what was not asked five times goes (`forgetting`). Whoever
holds both the database and the site's secret key can try whether a question they think of was asked this month.

A question counts once a minute, which is how long an answer may be kept by a proxy: so it makes no difference whether
there is one, and one person who reloads is not five.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import Error, connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from site_core.models import AskedQuestion
from site_core.search.analysis.words import words_of
from site_core.search.demand.keepable import may_be_counted, normalised

KEPT_FROM = 5
"""Times that something was asked in a month, before anybody may read what it was."""
ONCE_IN = timedelta(minutes=1)
MOST_NEW_A_DAY = 1_000
"""Different questions, of all languages together: a flood of made-up ones fills the day and not the disk."""
PATIENCE = 100
"""Milliseconds that a count waits for another writer on SQLite. It would hold a process that has readers to answer."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A question (`asked_text`) in a language, and how many pages were found for it."""

    text: str
    language_code: str
    found: int


def count(asked: Asked, now: datetime | None = None) -> None:
    """Count it, in one statement; nothing where it may not be counted. What cannot be written now is not counted."""
    if not may_be_counted(asked.text):
        return
    try:
        with _not_waiting_long():
            _count(asked, now or timezone.now())
    except Error:  # locked, read-only, away: nobody waits for a number, and no log learns what was asked
        return


def month_of(day: date) -> date:
    return day.replace(day=1)


def digest_of(text: str, language_code: str, month: date) -> str:
    words = "\x1f".join((language_code, *normalised(text)))
    return salted_hmac(f"site_core.search.demand {month:%Y-%m}", words, algorithm="sha256").hexdigest()


def _count(asked: Asked, now: datetime) -> None:
    today = timezone.localdate(now)
    month = month_of(today)
    digest = digest_of(asked.text, asked.language_code, month)
    shown = " ".join(words_of(asked.text))[:_LONGEST]
    adapted, table = connection.ops, AskedQuestion._meta.db_table
    moment, day = adapted.adapt_datetimefield_value(now), adapted.adapt_datefield_value(today)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table}"  # noqa: S608 - the name of our own table
            " (digest, month, language_code, text, times, found, first_asked_on, counted_at)"
            " SELECT %s, %s, %s, '', 1, %s, %s, %s"
            f" WHERE EXISTS (SELECT 1 FROM {table} WHERE digest = %s)"
            f" OR (SELECT COUNT(*) FROM {table} WHERE first_asked_on = %s) < %s"
            f" ON CONFLICT (digest) DO UPDATE SET times = {table}.times + 1,"
            " found = excluded.found, counted_at = excluded.counted_at,"
            f" text = CASE WHEN {table}.text = '' AND {table}.times + 1 >= %s THEN %s ELSE {table}.text END"
            f" WHERE {table}.counted_at <= %s",
            [
                *(
                    digest,
                    adapted.adapt_datefield_value(month),
                    asked.language_code,
                    asked.found,
                    day,
                    moment,
                ),
                *(digest, day, MOST_NEW_A_DAY),
                *(KEPT_FROM, shown),
                adapted.adapt_datetimefield_value(now - ONCE_IN),
            ],
        )


@contextmanager
def _not_waiting_long() -> Iterator[None]:
    if connection.vendor != "sqlite":
        yield
        return
    usual = int(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1000)
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
