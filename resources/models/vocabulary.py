"""Words the library sorts by. Labels are translated; codes stand in the database and in addresses and stay."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    LESSON_PLAN = "lesson_plan", _("Lesson plan")
    WORKSHEETS = "worksheets", _("Worksheets")
    EXERCISES = "exercises", _("Exercises")
    GAME = "game", _("Game")
    SLIDES = "slides", _("Slides")
    GUIDE = "guide", _("Guide")
    CARD = "card", _("Card")
    LEAFLET = "leaflet", _("Leaflet")
    POSTER = "poster", _("Poster")
    VIDEO = "video", _("Film")

    @property
    def is_read(self) -> bool:
        """Is its text what people come for, and not its files?"""
        return self in (self.GUIDE, self.CARD, self.LEAFLET)


class Stage(models.TextChoices):
    PRIMARY_1_3 = "primary_1_3", _("Primary school, years 1–3")
    PRIMARY_4_6 = "primary_4_6", _("Primary school, years 4–6")
    PRIMARY_7_8 = "primary_7_8", _("Primary school, years 7–8")
    SECONDARY = "secondary", _("Secondary school")
    ADULTS = "adults", _("Adults")
    STAFF = "staff", _("School staff")
    ORGANISATIONS = "organisations", _("Organisations")
    ALL = "all", _("Everybody")


class Purpose(models.TextChoices):
    TEACHER = "teacher", _("For the teacher")
    PUPIL = "pupil", _("For pupils")
    PRINT = "print", _("To print")
    SLIDES = "slides", _("Slides")
    TEXT = "text", _("Text")
    CAPTIONS = "captions", _("Captions")
    IMAGE = "image", _("Picture")
    AUDIO = "audio", _("Recording")


class Licence(models.TextChoices):
    """Licences by their common short codes; the deed of each is at creativecommons.org."""

    CC0 = "cc0-1.0", "CC0 1.0"
    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC_BY_ND = "cc-by-nd-4.0", "CC BY-ND 4.0"
    CC_BY_NC = "cc-by-nc-4.0", "CC BY-NC 4.0"

    @property
    def deed(self) -> str:
        """Address of the licence's plain-language deed."""
        if self is Licence.CC0:
            return "https://creativecommons.org/publicdomain/zero/1.0/"
        terms = self.value.removeprefix("cc-").removesuffix("-4.0")
        return f"https://creativecommons.org/licenses/{terms}/4.0/"

    @property
    def in_words(self) -> str:
        """What one may do with the files, as the deed says it."""
        return {
            self.CC0: gettext("You may do with them what you like, and need not name anybody."),
            self.CC_BY: gettext(
                "You may copy, change and hand them out. Name the author and say if you changed something."
            ),
            self.CC_BY_SA: gettext(
                "You may copy, change and hand them out. Name the author, say if you changed something, and put"
                " what you make of them under the same licence."
            ),
            self.CC_BY_ND: gettext(
                "You may copy and hand them out as they are. Name the author. Do not hand out changed versions."
            ),
            self.CC_BY_NC: gettext(
                "You may copy, change and hand them out, but not to earn money. Name the author and say if you"
                " changed something."
            ),
        }[self]


MINUTES_STEPS = (15, 30, 45, 60, 90)
"""Limits a teacher may choose among: "fits into 45 minutes"."""
