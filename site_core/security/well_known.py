"""The two small files every site has: whom to tell about a hole, and what robots may read."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

# RFC 9116 recommends less than a year; half of one leaves room for copies in caches.
VALID_FOR = timedelta(days=180)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116. Without a contact there is no such file: one that leads nowhere is worse than none."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = datetime.now(tz=UTC).replace(microsecond=0) + VALID_FOR
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: pl, en, uk",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
    ]
    if settings.SECURITY_POLICY_URL:
        lines.append(f"Policy: {settings.SECURITY_POLICY_URL}")
    return plain_text(lines)


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; lists of search results would only be copies of it."""
    return plain_text(
        [
            "User-agent: *",
            f"Disallow: {settings.ADMIN_PATH}",
            f"Disallow: {settings.ACCOUNT_PATH}",
            "Disallow: /*/search/",
            "",
            f"Sitemap: {settings.SITE_URL}/sitemap.xml",
        ]
    )


def plain_text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
