"""Production: behind HTTPS and a proxy of our own. Secrets come from the environment; none has a default.

A missing variable stops the start with its name. docs/features/security.md says what each one does.
"""

from urllib.parse import urlsplit

from site_core.health.cache_url import caches_from
from site_core.settings.base import *
from site_core.settings.base import DATABASES
from site_core.settings.environment import env

DEBUG = False
DEMONSTRATION = False
ADMIN_REQUIRES_SECOND_FACTOR = True

SECRET_KEY = env.str("SECRET_KEY")
# Old keys still open what they signed, while they are listed here: a key can be changed without signing
# people out.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

# https://… without a path; what is not this host, or listed beside it, is answered with 400.
SITE_URL = env.str("SITE_URL")
WAGTAILADMIN_BASE_URL = SITE_URL
ALLOWED_HOSTS = [urlsplit(SITE_URL).hostname or "", *env.list("ALLOWED_HOSTS", default=[])]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# The proxy in deploy/ sets this header itself and never passes one on (see docs/features/security.md,
# "Behind a proxy").
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
# Load balancers ask inside the house, by plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True

# The prefix makes the browser refuse a cookie of this name from any other host, subdomains included.
SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"

# How many proxies of ours stand before the site: the reader's address is that many from the end of
# X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=1)

# Several processes count wrong passwords and remember site roots together, so the cache must be a shared one.
CACHES = caches_from(env.str("CACHE_URL"))

# Work that nobody waits for goes to the worker (deploy/systemd) over a table of the same database. Elsewhere it is done
# at once, which is django-tasks' default.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # A database that does not answer is said to be away, instead of holding a worker and a reader.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 2)

vars().update(env.email_url("EMAIL_URL"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL")

SECURITY_CONTACT = env.str("SECURITY_CONTACT")
SECURITY_POLICY_URL = env.str("SECURITY_POLICY_URL", default="")
PUBLIC_SHARED_MAX_AGE = env.int("PUBLIC_SHARED_MAX_AGE", default=None)
