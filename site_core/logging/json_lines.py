"""One line of JSON a record, from the standard library."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

# What a caller may add with `extra=`. Named one by one: Django adds the whole request, and a request is
# full of people.
EXTRA_FIELDS = ("status_code", "method", "path", "bytes", "milliseconds", "page_id", "task")


class JsonLineFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line.update({name: getattr(record, name) for name in EXTRA_FIELDS if hasattr(record, name)})
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            line["exception"] = record.exc_text
        if record.stack_info:
            line["stack"] = record.stack_info
        return json.dumps(line, ensure_ascii=False, default=str)
