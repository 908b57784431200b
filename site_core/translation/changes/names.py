"""The name of this room's address, and the address itself, for those who lead here."""

from django.urls import reverse

CHANGES = "translation_changes"


def changes_url(translation_id: int) -> str:
    return reverse(CHANGES, args=[translation_id])
