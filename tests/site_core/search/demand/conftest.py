"""People of the demonstration, signed in."""

from tests.organisations.conftest import person, signed_in

__all__ = ["person", "signed_in"]
