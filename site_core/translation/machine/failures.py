"""What can go wrong, in words for the people who asked."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Problem(TextChoices):
    """Why a page was not translated, or not to its end."""

    AWAY = "away", _("The translation service did not answer.")
    SLOW = "slow", _("The translation service took too long.")
    BUSY = "busy", _("The translation service has too much to do at the moment.")
    REFUSED = "refused", _("The translation service refused to translate this.")
    BROKEN = "broken", _("The translation service reported an error of its own.")
    NONSENSE = "nonsense", _("The translation service answered with something that is no translation.")
    NOT_TRIED = "not_tried", _("Not tried, because the translation service had failed just before.")
    NO_TIME = "no_time", _("There was no time left. Go on with the rest in a moment.")
    BUDGET = "budget", _("The characters of this month are used up.")
    AT_WORK = "at_work", _("This page is being translated by machine already.")
    GONE = "gone", _("The page is not public any more, or its translation was stopped.")
    NOT_YOURS = "not_yours", _("You do not translate into this language any more.")
    NO_PLACE = "no_place", _("The page above has to be translated first.")
    FAULT = "fault", _("Something went wrong on this site. It has been noted in its log.")


OF_THE_SERVICE = frozenset(
    {Problem.AWAY, Problem.SLOW, Problem.BUSY, Problem.REFUSED, Problem.BROKEN, Problem.NONSENSE}
)
"""After one of these the next page is not tried: whoever waits would wait for each of them."""


class Stopped(Exception):
    """A page is not translated, or not to its end."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class ServiceFailed(Stopped):
    """The service gave no translation; nothing was stored, and what was sent does not count."""


class Left(TextChoices):
    """Why a passage has no draft although its page has."""

    HARMFUL = "harmful", _("part of a harmful example: never sent")
    NOTHING = "nothing", _("nothing to translate: only numbers or addresses")
    LONG = "long", _("too long to send in one piece")
    MARKUP = "markup", _("links or emphasis came back changed")
    ADDRESSES = "addresses", _("a number or an address did not come back")
    LENGTH = "length", _("came back far too short or too long")
    UNCHANGED = "unchanged", _("came back as it was sent")
    LETTERS = "letters", _("came back in the letters of another language")
