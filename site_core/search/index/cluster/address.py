"""Which cluster, from what the environment says. Read by the settings, so nothing of Django is imported here."""

import re
from base64 import b64encode
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from site_core.exchange import is_this_machine

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")
_DEFAULT_NAME = "wspolny-jezyk"


@dataclass(frozen=True, slots=True)
class Cluster:
    """`base`: scheme, host and port. `name`: of the index. `authorization`: a header's value, never to be logged."""

    base: str
    name: str
    authorization: str = field(default="", repr=False)


def cluster_from(url: str) -> Cluster | None:
    """
    Of `https://user:password@search.example.org:9200/index`; None where nothing is configured.

    Raises ValueError with a sentence, and without the password, for anything else: at start, not at the first reader.
    """
    if not url:
        return None
    parts = urlsplit(url)
    host, name = parts.hostname or "", parts.path.strip("/") or _DEFAULT_NAME
    if not host or parts.query or parts.fragment or not _NAME.fullmatch(name):
        raise ValueError("SEARCH_URL is no address of an index: https://host:9200/wspolny-jezyk")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_this_machine(host)):
        raise ValueError("SEARCH_URL must begin with https:// (http:// only for this machine)")
    place = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    return Cluster(f"{parts.scheme}://{place}{port}", name, _basic(parts.username, parts.password))


def _basic(user: str | None, password: str | None) -> str:
    if not user:
        return ""
    pair = f"{unquote(user)}:{unquote(password or '')}"
    return f"Basic {b64encode(pair.encode()).decode()}"
