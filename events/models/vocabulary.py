"""Words events are described with. Labels are translated; codes stand in the database and in addresses and stay."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from site_core.choices import label_of


class Attendance(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person and online")


class Status(models.TextChoices):
    SCHEDULED = "scheduled", _("As planned")
    CANCELLED = "cancelled", pgettext_lazy("event", "Cancelled")
    POSTPONED = "postponed", _("Postponed – new date to come")
    RESCHEDULED = "rescheduled", _("New date")


class Registration(models.TextChoices):
    NONE = "none", _("No sign-up needed")
    OPEN = "open", _("Sign-up open")
    NOT_YET = "not_yet", _("Sign-up not open yet")
    GROUP = "group", _("Group booking for schools")
    WAITING_LIST = "waiting_list", _("Sign-up with a waiting list")
    FULL = "full", _("Fully booked")
    CLOSED_LIST = "closed_list", _("Closed list")


RESTRICTED: dict[str, str] = {
    Registration.NOT_YET: "planned",
    Registration.WAITING_LIST: "full",
    Registration.FULL: "full",
    Registration.CLOSED_LIST: "ended",
    Registration.GROUP: "planned",
}
"""Ways of signing up that a list has to say at once, since not everybody can simply come; with the style of the tag."""


def tag_of(status: str, registration: str) -> tuple[str, str]:
    """Of one date of an event: style and words of the tag that a list shows; empty where there is nothing to say."""
    if status != Status.SCHEDULED:
        return status, label_of(Status, status)
    if style := RESTRICTED.get(registration):
        return style, label_of(Registration, registration)
    return "", ""


class Access(models.TextChoices):
    STEP_FREE = "step_free", _("Step-free")
    ACCESSIBLE_TOILET = "accessible_toilet", _("Accessible toilet")
    HEARING_LOOP = "hearing_loop", _("Hearing loop")
    SIGN_LANGUAGE = "sign_language", _("Polish Sign Language interpreter")
    CAPTIONS = "captions", _("Live captions")
    QUIET_ROOM = "quiet_room", _("Quiet room")
    CHILDCARE = "childcare", _("Childcare")
    ASSISTANCE_DOG = "assistance_dog", _("Assistance dogs welcome")
    EASY_TO_READ = "easy_to_read", _("Information in easy language")
    COMPANION_WELCOME = "companion_welcome", _("Companions come in free")
    SEATING = "seating", _("Places to sit")


class Audience(models.TextChoices):
    ALL = "all", _("Everybody")
    PARENTS = "parents", _("Parents")
    TEACHERS = "teachers", _("Teachers")
    SCHOOLS = "schools", _("Schools")
    YOUTH = "youth", _("Young people")
    ORGANISATIONS = "organisations", _("Organisations")
    STAFF = "staff", _("City staff")
    NEIGHBOURS = "neighbours", _("Neighbours")
