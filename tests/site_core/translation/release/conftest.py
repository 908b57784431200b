"""People of the demonstration, signed in."""

from tests.organisations.conftest import own_page, person, signed_in

__all__ = ["own_page", "person", "signed_in"]
