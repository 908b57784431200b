"""Which languages the site knows, and what an interface without its own catalogue falls back to.

A language becomes public by having a published home page, not by standing in this list.
"""

from site_core.settings.environment import env
from site_core.settings.more_languages import more_languages

LANGUAGE_CODE = "pl"  # Names the first Locale row: fixed before the first migration.

# Code and endonym. `pl-simple` is a registered BCP 47 variant ("simplified form").
_OWN = [
    ("pl", "Polski"),
    ("en", "English"),
    ("uk", "Українська"),
    ("be", "Беларуская"),
    ("pl-simple", "Polski – łatwy do czytania"),
    ("ar", "العربية"),
    ("ru", "Русский"),
    ("es", "Español"),
    ("vi", "Tiếng Việt"),
]
_MORE = more_languages(env.list("MORE_LANGUAGES", default=[]), _OWN)
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [*_OWN, *_MORE]

# Languages that files to download come in, though no page does.
FILE_ONLY_LANGUAGES = [
    language for language in [("hi", "हिन्दी"), ("it", "Italiano")] if language[0] not in dict(LANGUAGES)
]

# Languages whose interface catalogue is complete: `check_catalogues` holds each of them to that.
INTERFACE_LANGUAGES = ["pl", "en", "uk", "be", "ar"]

# What a reader of a language without a catalogue sees as furniture. Never Russian for anybody else.
# Easy-to-read Polish has a catalogue of its own for what is hard in the Polish one, which stands behind it.
INTERFACE_FALLBACK = {"ru": "pl", "es": "en", "vi": "en", **{code: "en" for code, _name in _MORE}}

# What a reader is shown a page in that their language does not have, until an editor chooses otherwise (in the admin:
# Settings, Locales). "*" is every other language. Pages begin in Polish: whoever reads it misses none of them.
READING_CHAINS = {
    "pl": [],
    **{code: ["pl"] for code in ("en", "uk", "be", "pl-simple", "ru")},
    "*": ["en", "pl"],
}

USE_I18N = True
# Dates as people here write them; why each one: the modules themselves.
FORMAT_MODULE_PATH = "site_core.formats"
USE_TZ = True
TIME_ZONE = "Europe/Warsaw"

WAGTAIL_I18N_ENABLED = True

# A translation goes live when a person publishes it, never because its source is live (anchors 0.1, 3).
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
