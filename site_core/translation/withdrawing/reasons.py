"""Why a page is withdrawn. Codes stand in the log and stay; readers of the site never see any of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    PERSONAL_DATA = "personal_data", _("Personal data: it names or shows somebody who must not be found")
    LAW = "law", _("A court or an authority demands it")
    HARMFUL = "harmful", _("Harmful or hateful content")
    ERROR = "error", _("An error in the facts")
    RIGHTS = "rights", _("Whoever holds the rights asks for it")
    OUT_OF_DATE = "out_of_date", _("Out of date")
    OTHER = "other", _("Something else")


def words_of(code: str) -> str:
    """Also of a code that has left the list since."""
    return str(Reason(code).label) if code in Reason.values else code
