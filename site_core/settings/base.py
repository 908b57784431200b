"""What every installation shares. Nothing here may differ between demo, test and production by accident."""

from site_core.health.cache_url import caches_from
from site_core.settings.authentication import *
from site_core.settings.database import *
from site_core.settings.environment import BASE_DIR, VAR_DIR, env
from site_core.settings.health import *
from site_core.settings.languages import *
from site_core.settings.logging import *
from site_core.settings.machine_translation import *
from site_core.settings.media import *
from site_core.settings.search import *
from site_core.settings.security import *
from site_core.settings.wagtail import *

# The rooms of the house (docs: architecture), ground floor first.
ROOMS = ["site_core", "programme", "organisations", "campaigns", "events", "resources"]

INSTALLED_APPS = [
    *ROOMS,
    "site_core.security",
    "demo",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "organisations.wagtail_users.PeopleConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "site_core.references.apps.ReferencesConfig",  # behind Wagtail, whose receivers it takes the place of
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # Outermost: nothing leaves without its headers, static files and errors included.
    "site_core.security.headers.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "site_core.languages.middleware.LanguageMiddleware",
    "site_core.security.error_pages.WordsForEmptyErrorsMiddleware",
    # Outside of what may answer with 304.
    "site_core.search.demand.middleware.CountAfterAnswerMiddleware",
    # Just outside the sessions, whose trace it takes away where there was none to look at.
    "site_core.security.public_caching.PublicCachingMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "site_core.security.doors.OneWayInMiddleware",
    "site_core.security.doors.SecondFactorMiddleware",
    "site_core.translation.doors.TranslationDoorsMiddleware",
    "site_core.admin.sight.WhatOneMaySeeMiddleware",
    "site_core.languages.redirects.RedirectMiddleware",
]

ROOT_URLCONF = "site_core.urls"
WSGI_APPLICATION = "site_core.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            # `icon`, `language_tag`, `fixed`, `illustration`: in nearly every template.
            "builtins": ["site_core.templatetags.components", "site_core.templatetags.illustrations"],
        },
    },
]

# Our own words, and after them better ones for Wagtail's: both go before what the apps bring (docs/features/admin.md).
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "site_core.stylesheet.JoinedStylesheetStorage"},
}

CACHES = caches_from(env.str("CACHE_URL", default="locmemcache://"))

# Scheme and host of every address the site gives out. Configured, never taken from a request.
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")

# Strip on every page that the content is for show; production never sets it.
DEMONSTRATION = False
