"""How the site is served, in the demo and in production alike.

BIND, WEB_CONCURRENCY, WEB_THREADS and GUNICORN_LOG_LEVEL come from the environment; under systemd the socket is
systemd's. One process per core, no threads: pages are work for the processor, and threads share one interpreter lock
(measured: two to four threads cost a tenth to a half of the requests per second).
"""

import os
from pathlib import Path

wsgi_app = "site_core.wsgi:application"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))

# Browsers open connections ahead of need and say nothing on them. A process without threads waits for their first
# word, up to `timeout`, and answers nobody else. A proxy in front waits in its place; where there is none (the demo,
# the browser tests), threads do.
threads = int(os.environ.get("WEB_THREADS", "1"))
worker_class = "gthread" if threads > 1 else "sync"

# Loaded once, then forked: half the memory, twice as fast a start, and no worker without the application.
# New code therefore needs a restart, not a reload; systemd's socket lets nobody notice (docs/operations).
preload_app = True

# A worker that hangs on one request is replaced; one that served many is too, in case something leaks.
timeout = 30
graceful_timeout = 20
max_requests = 10_000
max_requests_jitter = 1_000

# Workers beat by touching a file: in memory, so that a slow disk is not taken for a hanging worker.
shared_memory = Path("/dev/shm")  # noqa: S108 - a directory of the system, and gunicorn makes its own names
worker_tmp_dir = str(shared_memory) if shared_memory.is_dir() else None

# Nothing here is steered at run time.
control_socket_disable = True

# An address of 10,000 characters gets an answer of ours, in the reader's language. What is longer than 16 kB the proxy
# refuses (deploy/nginx); gunicorn's own refusal is English and wears none of our headers.
limit_request_line = 0

# No access log: it would hold the addresses of people who look for help.
accesslog = None
errorlog = "-"
# Gunicorn's own error log names the address of whoever sends a broken request.
logger_class = "site_core.logging.gunicorn.Logger"
loglevel = os.environ.get("GUNICORN_LOG_LEVEL", "info")

# The proxy on this machine says which scheme the reader used; nobody else is believed.
forwarded_allow_ips = "127.0.0.1,::1"


def when_ready(server: object) -> None:
    """Before the workers are forked: import what the first request would, and keep all of it shared."""
    from django.urls import get_resolver

    from site_core.garbage import keep_what_is_loaded
    from site_core.search.loading import load

    get_resolver().url_patterns  # noqa: B018 - reading it imports every address of the site
    load()
    keep_what_is_loaded()
