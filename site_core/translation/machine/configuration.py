"""
Which service translates, from what the environment says. Read by the settings, so nothing of Django is imported here.
"""

from typing import Any
from urllib.parse import urlsplit

from site_core.exchange import is_this_machine

OURS = "site_core.translation.machine.libretranslate.LibreTranslator"
THEIRS = "wagtail_localize.machine_translators"


class Misconfigured(ValueError):
    """Names the variable that is wrong. Stops the start, as a missing secret does."""


def translator_from(provider: str, url: str, key: str, project: str, seconds: int) -> dict[str, Any] | None:
    """wagtail-localize's setting; None where nothing is configured, and then nothing of this room is shown."""
    if provider == "deepl":
        if not key:
            raise Misconfigured("MACHINE_TRANSLATION_PROVIDER=deepl needs MACHINE_TRANSLATION_KEY")
        return {"CLASS": f"{THEIRS}.deepl.DeepLTranslator", "OPTIONS": {"AUTH_KEY": key, "TIMEOUT": seconds}}
    if provider == "google":
        if not project:
            raise Misconfigured("MACHINE_TRANSLATION_PROVIDER=google needs MACHINE_TRANSLATION_PROJECT")
        return {"CLASS": f"{THEIRS}.google.GoogleCloudTranslator", "OPTIONS": {"PROJECT_ID": project}}
    if provider != "libretranslate":
        raise Misconfigured(f"MACHINE_TRANSLATION_PROVIDER={provider}: libretranslate, deepl or google")
    if not url:
        return None
    return {"CLASS": OURS, "OPTIONS": {"URL": safe_url(url), "KEY": key, "SECONDS": seconds}}


def safe_url(url: str) -> str:
    """Without a slash at the end. Plain http only to this machine: what is sent is not for others to read or change."""
    parts = urlsplit(url)
    if not parts.hostname or parts.query or parts.fragment or parts.username:
        raise Misconfigured("MACHINE_TRANSLATION_URL is no address of a service: https://host/")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_this_machine(parts.hostname)):
        raise Misconfigured(
            "MACHINE_TRANSLATION_URL must begin with https:// (http:// only for this machine)"
        )
    return url.rstrip("/")
