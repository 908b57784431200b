"""Security constants that hold everywhere; what only holds behind HTTPS is in production.py."""

# Addresses that are not for readers. Both begin and end with a slash.
ADMIN_PATH = "/admin/"
ACCOUNT_PATH = "/account/"

SECURE_CONTENT_TYPE_NOSNIFF = True
# Other sites are never told which page somebody came from: it may be a page about being threatened.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# W002 asks for Django's X-Frame-Options middleware; ours sets that header too, and knows what a preview is.
SILENCED_SYSTEM_CHECKS = ["security.W002"]

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = "/"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # until the browser closes
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "site_core.security.error_pages.csrf_failure"
# The default keeps messages in a cookie of its own.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# How long a public page may be kept, in seconds; the reasons are in docs/features/security.md.
PUBLIC_MAX_AGE = 60
PUBLIC_SHARED_MAX_AGE: int | None = None
PUBLIC_STALE_WHILE_REVALIDATE = 30
PUBLIC_STALE_IF_ERROR = 24 * 60 * 60

# A page with many blocks has many form fields; a megabyte of form data is still more than any page has.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# RFC 9116. Without a contact there is no /.well-known/security.txt: a file that leads nowhere is worse than
# none.
SECURITY_CONTACT = ""
SECURITY_POLICY_URL = ""

# Our files are for our pages: no other site may read them by script.
WHITENOISE_ALLOW_ALL_ORIGINS = False
