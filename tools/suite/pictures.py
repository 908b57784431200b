"""
Make every picture in the sizes that the public pages show: `python -m tools.suite.pictures`, for the seed's site.

A page makes a picture the first time it is asked for, and a test's transaction takes its row away again. Made here they
are made once; otherwise each worker, and each browser's server, makes them anew, which takes most of its first minute.
"""

import os

import django
from django.test import Client

from tools.terminal import Refused


def make_pictures() -> None:
    """Ask for every public page once. Refused, with the address, when one does not answer."""
    # The suite's settings: they need no collected static files, which there may not be yet.
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_core.settings.test"
    django.setup()
    from site_core.languages.addresses import page_address
    from site_core.querysets import published_pages

    reader = Client(SERVER_NAME="127.0.0.1")
    for page in published_pages().filter(depth__gt=1).select_related("locale"):
        address = page_address(page)
        status = reader.get(address).status_code
        if status != 200:
            raise Refused(f"{address} answered {status}")


if __name__ == "__main__":
    make_pictures()
