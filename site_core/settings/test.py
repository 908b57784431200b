"""The suite: quick hashing, no collected static files."""

from site_core.settings.base import *

SECRET_KEY = "only-for-the-test-suite"
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
# Looks for a file when it is asked for. Otherwise each test's client would list all of them when it is made.
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

ADMIN_REQUIRES_SECOND_FACTOR = False
