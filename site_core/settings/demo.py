"""The demonstration: one machine, no secrets worth having, everything under `var/`."""

from django.core.management.utils import get_random_secret_key

from site_core.health.cache_url import caches_from
from site_core.settings.base import *
from site_core.settings.base import MIDDLEWARE, VAR_DIR
from site_core.settings.environment import env

DEBUG = False
DEMONSTRATION = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]


def demo_secret_key() -> str:
    """A key made on this machine at the first start, so that none stands in the repository."""
    path = VAR_DIR / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text()


SECRET_KEY = demo_secret_key()

# Passwords are printed at the start; production asks for a second factor.
ADMIN_REQUIRES_SECOND_FACTOR = False
# A passkey may be tried without HTTPS, at http://localhost and nowhere else.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

# Two processes on one machine count and remember together.
CACHES = caches_from(env.str("CACHE_URL", default=f"filecache://{VAR_DIR / 'cache'}"))

# Nothing is sent: mails lie as files to be read.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"

# No proxy stands before the demo's server to compress what it sends.
_after_whitenoise = MIDDLEWARE.index("whitenoise.middleware.WhiteNoiseMiddleware") + 1
MIDDLEWARE = [
    *MIDDLEWARE[:_after_whitenoise],
    "site_core.security.public_compression.PublicCompressionMiddleware",
    *MIDDLEWARE[_after_whitenoise:],
]
