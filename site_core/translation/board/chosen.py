"""What is done with the pages ticked on the board: their translations begun, or their texts taken away as PO files."""

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
from site_core.translation.board.names import BOARD
from site_core.translation.board.pages import board_languages, board_pages, translated_by
from site_core.translation.board.po_export import archive_of
from site_core.translation.machine.names import confirm_url
from site_core.translation.permissions import User, may_start

MOST_AT_ONCE = 50
"""A page of the list. Beginning one translation takes a tenth of a second, so that nobody waits long."""


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
    pages = _chosen(request, user)
    if not pages:
        messages.warning(request, _("Tick at least one page first."))
    elif request.POST.get("do") == "machine":
        back = get_valid_next_url_from_request(request) or reverse(BOARD)
        return redirect(confirm_url(locale.language_code, pages, back))
    elif request.POST.get("do") == "po":
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


def _begin(request: HttpRequest, user: User, locale: Locale, pages: list[Page]) -> None:
    """Upper pages come first, so that those below them have a place."""
    if not user.has_perm(SUBMIT):
        raise PermissionDenied
    begun, there, no_place = 0, [], []
    for page in pages:
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
    if there:
        messages.info(request, _("There already: %(titles)s") % {"titles": ", ".join(there)})
    if no_place:
        text = _("Not begun, as the page above has to be translated first: %(titles)s")
        messages.warning(request, text % {"titles": ", ".join(no_place)})


def _download(request: HttpRequest, user: User, locale: Locale, pages: list[Page]) -> HttpResponse | None:
    content, left_out = archive_of(pages, locale, user)
    if left_out:
        text = _("No PO file, as the translation has not been begun: %(titles)s")
        messages.warning(request, text % {"titles": ", ".join(page.title for page in left_out)})
    if content is None:
        return None
    answer = HttpResponse(content, content_type="application/zip")
    name = archive_name(locale.language_code, timezone.localdate())
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def archive_name(code: str, day: date) -> str:
    return f"{slugify(_('translations'))}-{code}-{day.isoformat()}.zip"
