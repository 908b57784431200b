"""What is done with pages of the board, ticked or all that are found: translations begun, texts taken away as PO."""

from datetime import date

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Locale, Page
from wagtail_localize.operations import translate_object

from site_core.languages.known import language_of
from site_core.translation.board.cells import SUBMIT
from site_core.translation.board.found import pages_found
from site_core.translation.board.names import BOARD, MOST_FOUND
from site_core.translation.board.pages import board_languages, board_pages, translated_by
from site_core.translation.board.po_export import archive_of
from site_core.translation.machine.names import confirm_url
from site_core.translation.permissions import User, may_start

MOST_AT_ONCE = 50
"""A page of the list. Beginning one translation takes a tenth of a second, so that nobody waits long."""

TITLES_SAID = 10


@require_POST
def with_chosen(request: HttpRequest) -> HttpResponse:
    """Raises PermissionDenied for a language that is not this person's; pages not on their board are left out."""
    user = request.user
    locale = next(
        (
            locale
            for locale in translated_by(user, board_languages(user))
            if locale.language_code == request.POST.get("language")
        ),
        None,
    )
    if locale is None:
        raise PermissionDenied
    do, every = request.POST.get("do", ""), "all" in request.POST
    pages = list(pages_found(request, do, locale)) if every else _chosen(request, user)
    if not pages:
        nothing = _("None of the pages that these filters find needs that in this language.")
        messages.warning(request, nothing if every else _("Tick at least one page first."))
    elif do in ("machine", "po") and len(pages) > MOST_FOUND:
        _refuse(request, len(pages))
    elif do == "machine":
        back = get_valid_next_url_from_request(request) or reverse(BOARD)
        return redirect(confirm_url(locale.language_code, pages, back))
    elif do == "po":
        answer = _download(request, user, locale, pages)
        if answer is not None:
            return answer
    else:
        _begin(request, user, locale, pages)
    return redirect(get_valid_next_url_from_request(request) or reverse(BOARD))


def _chosen(request: HttpRequest, user: User) -> list[Page]:
    numbers = request.POST.getlist("page")
    if len(numbers) > MOST_AT_ONCE or not all(number.isdecimal() for number in numbers):
        raise BadRequest
    return list(board_pages(user).filter(pk__in=numbers).select_related("locale"))


def _refuse(request: HttpRequest, number: int) -> None:
    text = ngettext(
        "These filters find %(count)d page; %(most)d at most are taken at once. Nothing was done. "
        "Narrow the list, to one section for example.",
        "These filters find %(count)d pages; %(most)d at most are taken at once. Nothing was done. "
        "Narrow the list, to one section for example.",
        number,
    )
    messages.warning(request, text % {"count": number, "most": MOST_FOUND})


def _named(titles: list[str]) -> str:
    """The titles, of many the first ones and how many more there are."""
    said, more = ", ".join(titles[:TITLES_SAID]), len(titles) - TITLES_SAID
    if more <= 0:
        return said
    text = ngettext("%(titles)s and %(count)d more", "%(titles)s and %(count)d more", more)
    return text % {"titles": said, "count": more}


def _begin(request: HttpRequest, user: User, locale: Locale, pages: list[Page]) -> None:
    """Upper pages come first, so that those below them have a place. What is too much for once is counted and said."""
    if not user.has_perm(SUBMIT):
        raise PermissionDenied
    begun, waiting, there, no_place = 0, 0, [], []
    for place, page in enumerate(pages):
        if begun == MOST_AT_ONCE:
            waiting = len(pages) - place
            break
        if Page.objects.filter(translation_key=page.translation_key, locale=locale, alias_of=None).exists():
            there.append(page.title)
        elif not may_start(user, page, locale):
            no_place.append(page.title)
        else:
            translate_object(page.specific, [locale], user=user)
            begun += 1
    language = language_of(locale.language_code).endonym
    if begun:
        text = ngettext(
            "%(language)s: %(count)d translation begun. It is a draft; nobody sees it before it is published.",
            "%(language)s: %(count)d translations begun. They are drafts; nobody sees them before they are published.",
            begun,
        )
        messages.success(request, text % {"language": language, "count": begun})
    if waiting:
        text = ngettext(
            "%(most)d are begun at once. %(count)d more page is left: choose the same again.",
            "%(most)d are begun at once. %(count)d more pages are left: choose the same again.",
            waiting,
        )
        messages.warning(request, text % {"most": MOST_AT_ONCE, "count": waiting})
    if there:
        messages.info(request, _("There already: %(titles)s") % {"titles": _named(there)})
    if no_place:
        text = _("Not begun, as the page above has to be translated first: %(titles)s")
        messages.warning(request, text % {"titles": _named(no_place)})


def _download(request: HttpRequest, user: User, locale: Locale, pages: list[Page]) -> HttpResponse | None:
    content, left_out = archive_of(pages, locale, user)
    if left_out:
        text = _("No PO file, as the translation has not been begun: %(titles)s")
        messages.warning(request, text % {"titles": _named([page.title for page in left_out])})
    if content is None:
        return None
    answer = HttpResponse(content, content_type="application/zip")
    name = archive_name(locale.language_code, timezone.localdate())
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def archive_name(code: str, day: date) -> str:
    return f"{slugify(_('translations'))}-{code}-{day.isoformat()}.zip"
