"""
Names of months and days, asked for here a second time so that our catalogues say them instead of Django's.

Django's Belarusian names are in another orthography than the site's, and with mistakes ("5 сакавік"); its Polish and
Ukrainian ones begin with a capital letter in the middle of a sentence. Nobody imports this module: the messages are
Django's own (`django.utils.dates`, `filesizeformat`), and project catalogues come before Django's.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import pgettext_lazy

DAYS = [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]
SHORT_DAYS = [_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")]
MONTHS = [
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
]
# As they stand after the number of a day: in the genitive where a language has one.
MONTHS_AFTER_A_DAY = [
    pgettext_lazy("alt. month", "January"),
    pgettext_lazy("alt. month", "February"),
    pgettext_lazy("alt. month", "March"),
    pgettext_lazy("alt. month", "April"),
    pgettext_lazy("alt. month", "May"),
    pgettext_lazy("alt. month", "June"),
    pgettext_lazy("alt. month", "July"),
    pgettext_lazy("alt. month", "August"),
    pgettext_lazy("alt. month", "September"),
    pgettext_lazy("alt. month", "October"),
    pgettext_lazy("alt. month", "November"),
    pgettext_lazy("alt. month", "December"),
]
SIZES = [_("%s KB"), _("%s MB"), _("%s GB")]
