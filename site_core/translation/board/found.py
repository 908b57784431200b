"""All pages that the board's filters find, where more is to be done than one page of the list can tick."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Locale

from site_core.languages.status import State, state_is
from site_core.translation.board.views import BoardView

WHERE_MISSING = "begin"
WHERE_BEGUN = "po"


def pages_found(request: HttpRequest, do: str, locale: Locale) -> QuerySet:
    """
    Those for which there is this to do in this language, upper pages first.

    The address holds what the board was narrowed to, as the board's own does, so that both find the same.
    """
    board = BoardView()
    board.setup(request)
    pages = board.get_queryset().select_related("locale").order_by("path")
    missing = state_is(locale.language_code, State.MISSING)
    if do == WHERE_MISSING:
        return pages.filter(missing)
    return pages.filter(~missing) if do == WHERE_BEGUN else pages
