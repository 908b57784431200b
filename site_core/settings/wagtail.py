"""Wagtail itself: names, search backend, what the admin may call home about (nothing)."""

from site_core.settings.environment import env

WAGTAIL_SITE_NAME = "Wspólny Język"
WAGTAILADMIN_BASE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "site_core.search.backend"}}

# Each of these would make an editor's browser or the server ask somebody else's machine.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Past addresses are kept for every language and the whole section at once (docs/features/past-addresses.md).
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

WAGTAILADMIN_PERMITTED_LANGUAGES = [("pl", "Polski"), ("en", "English"), ("uk", "Українська")]
WAGTAIL_USER_TIME_ZONES = ["Europe/Warsaw"]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
