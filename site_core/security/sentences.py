"""What the prepared error pages say, in the language active when asked."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _


class Trouble(StrEnum):
    UNREADABLE = "unreadable"
    FORBIDDEN = "forbidden"
    READ_ONLY = "read-only"
    FORM_EXPIRED = "form-expired"
    TOO_MANY = "too-many"
    BROKEN = "broken"


@dataclass(frozen=True)
class Sentences:
    title: str
    explanation: str
    advice: str


def sentences_for(trouble: Trouble) -> Sentences:
    match trouble:
        case Trouble.UNREADABLE:
            return Sentences(
                _("We could not understand this request"),
                _("The address or the form contained something that our server cannot read."),
                _("Please check the address, or go back and try again."),
            )
        case Trouble.FORBIDDEN:
            return Sentences(
                _("You cannot open this page"),
                _("This page is only for some of the people who work here."),
                _("If you think you should see it, please ask the programme office."),
            )
        case Trouble.READ_ONLY:
            return Sentences(
                _("This page can only be read"),
                _("Your browser tried to send something to a page that takes nothing."),
                _("Please go back and open the page again."),
            )
        case Trouble.FORM_EXPIRED:
            return Sentences(
                _("This form was open for too long"),
                _("We could not make sure that it was you who sent this form, so nothing was saved."),
                _("Please go back, reload the page and send the form again. It needs cookies to be allowed."),
            )
        case Trouble.TOO_MANY:
            return Sentences(
                _("Too many attempts"),
                _("To keep accounts safe, we do not accept further attempts from you for a while."),
                _("Please wait a quarter of an hour and try again."),
            )
        case Trouble.BROKEN:
            return Sentences(
                _("Something is broken on our side"),
                _("It is not your fault. We have been told, and nothing about you was stored."),
                _("Please try again in a few minutes."),
            )
