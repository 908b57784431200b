"""What became of putting back, in sentences."""

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages

from site_core.languages.lists import joined
from site_core.languages.names import name_of, names_alone, names_of
from site_core.translation.withdrawing.files import File
from site_core.translation.withdrawing.put_back import Outcome
from site_core.translation.withdrawing.record import Record


def tell_outcome(request: HttpRequest, record: Record, outcome: Outcome) -> None:
    """One sentence for what is public again; one for each thing that is not as it was."""
    title = record.entry.label
    if outcome.back:
        done = _("“%(title)s” is public again in: %(languages)s.")
        messages.success(request, done % {"title": title, "languages": names_of(outcome.languages)})
    for left in outcome.left:
        said = _("Not put back: “%(title)s” (%(language)s): %(why)s.")
        facts = {"title": left.title or title, "language": name_of(left.language), "why": left.why.label}
        messages.warning(request, said % facts)
    for cancelled in outcome.cancelled:
        said = _(
            "%(language)s: a text was to be published by itself on %(day)s. That stays cancelled; schedule it again if "
            "it is still wanted."
        )
        day = date_format(localtime(cancelled.at), "SHORT_DATETIME_FORMAT")
        messages.warning(request, said % {"language": names_alone([cancelled.language]), "day": day})
    if outcome.files:
        said = _("These files stay withdrawn, since nothing that is public again uses them: %(files)s.")
        messages.warning(request, said % {"files": joined(file.title for file in outcome.files)})
    tell_closed(request, outcome.closed)


def tell_closed(request: HttpRequest, files: list[File]) -> None:
    if files:
        said = _(
            "Readers cannot open these files, which were withdrawn together with another page: %(files)s. Take them "
            "out, or upload them anew if they may be seen."
        )
        messages.warning(request, said % {"files": joined(file.title for file in files)})
