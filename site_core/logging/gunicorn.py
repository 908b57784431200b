"""The server's own log: method, path, status, size, time. No address, no query, no referrer, no browser.

Gunicorn: `--logger-class site_core.logging.gunicorn.Logger --access-logfile -`.
"""

import logging
from datetime import timedelta
from typing import Any

from gunicorn.glogging import Logger as GunicornLogger

from site_core.logging.json_lines import JsonLineFormatter
from site_core.logging.redaction import RedactingFilter, redacted


class Logger(GunicornLogger):
    """A format string would not do: gunicorn's path is decoded, so a reader could write lines of their own
    into the log.
    """

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in (*self.error_log.handlers, *self.access_log.handlers):
            handler.setFormatter(JsonLineFormatter())
            handler.addFilter(RedactingFilter())

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta) -> None:
        if not self.access_log_enabled:
            return
        status = str(resp.status).split(" ", 1)[0]
        self.access_log.log(
            logging.INFO,
            "%s %s",
            environ["REQUEST_METHOD"],
            status,
            extra={
                "method": environ["REQUEST_METHOD"],
                "path": redacted(environ.get("PATH_INFO", "")),
                "status_code": int(status),
                "bytes": getattr(resp, "sent", None),
                "milliseconds": round(request_time.total_seconds() * 1000),
            },
        )
