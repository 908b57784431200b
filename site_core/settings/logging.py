"""Everything to the standard error output as lines of JSON, with people taken out. No file, no mail."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_people": {"()": "site_core.logging.redaction.RedactingFilter"}},
    "formatters": {"json": {"()": "site_core.logging.json_lines.JsonLineFormatter"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json",
            "filters": ["without_people"],
        },
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        **{
            room: {"handlers": [], "level": "INFO", "propagate": True}
            for room in (
                "site_core",
                "organisations",
                "programme",
                "campaigns",
                "events",
                "resources",
                "demo",
            )
        },
        # Django's own would mail whole requests to ADMINS; here everything goes to the root.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        # An unknown Host is a scanner, and there are many. The answer is a 400 anyway.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
        # Says what it deletes and sends, with addresses.
        # Says each redirect it makes, and that it was loaded.
        "wagtail.contrib.redirects": {"handlers": [], "level": "WARNING", "propagate": True},
        "pikepdf": {"handlers": [], "level": "WARNING", "propagate": True},
        "allauth": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
