"""WSGI entry point. The settings module comes from the environment; the demo is the default."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_core.settings.demo")

application = get_wsgi_application()
