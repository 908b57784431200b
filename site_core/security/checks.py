"""`manage.py check --deploy` also looks at what only this project can know."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.security, deploy=True)
def second_factor_is_demanded(**kwargs: Any) -> list[Error]:
    if settings.ADMIN_REQUIRES_SECOND_FACTOR:
        return []
    return [
        Error(
            "Editors can enter the admin with a password alone.",
            hint="ADMIN_REQUIRES_SECOND_FACTOR is meant to be off in the demo and in tests only.",
            id="site_core.security.E001",
        )
    ]


@register(Tags.security)
def nothing_leaves_without_headers(**kwargs: Any) -> list[Error]:
    """Outermost, or an answer made further out would go without."""
    wanted = "site_core.security.headers.SecurityHeadersMiddleware"
    if settings.MIDDLEWARE and settings.MIDDLEWARE[0] == wanted:
        return []
    return [
        Error(
            "The security headers are not set by the first middleware.",
            hint=f"{wanted} must stand first in MIDDLEWARE.",
            id="site_core.security.E002",
        )
    ]
