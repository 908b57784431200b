"""
What an editor said of a change while writing it, kept with the revision until it is published: by them, by who approves
it, or when its hour comes. In the revision's content, beside the fields of the page, which take no notice of it.
"""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Revision

KEY = "site_core_minor_reason"


def with_what_was_said(content: dict[str, Any], reason: str) -> dict[str, Any]:
    return {**content, KEY: reason} if reason else content


def said_in(content: Mapping[str, Any] | None) -> str:
    """Why the change is minor; empty where nobody said that it is."""
    return str((content or {}).get(KEY, ""))


def said_of(revision: Revision | None) -> str:
    return said_in(revision.content) if revision else ""
