"""
Languages that are written and not translated: easy Polish follows its own text, not the Polish one passage by passage
(stack.md, D5).

A page in such a language begins as a draft copy of the page it is the easy version of, with the same translation key,
so that readers find one from the other; wagtail-localize knows nothing of it.
"""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from wagtail.models import Locale, Page

from site_core.languages.known import language_of
from site_core.translation.permissions import User, holds_language, may_start

WRITTEN_LANGUAGES = ("pl-simple",)
URL_NAME = "write_version"


def may_write_version(user: User, page: Page, locale: Locale) -> bool:
    """May this person begin the version of a page of the source language in a written language?"""
    return (
        locale.language_code in WRITTEN_LANGUAGES
        and not page.is_root()
        and page.locale.language_code == settings.LANGUAGE_CODE
        and holds_language(user, locale.pk, "add")
        and may_start(user, page, locale)
    )


def version_url(page: Page, code: str) -> str:
    return reverse(URL_NAME, args=[page.pk, code])


def write_version(request: HttpRequest, page_id: int, code: str) -> HttpResponse:
    """Asks first; then makes the draft and opens it. Where there is one already, it is opened."""
    page = get_object_or_404(Page, pk=page_id).specific
    locale = get_object_or_404(Locale, language_code=code)
    if not may_write_version(request.user, page, locale):
        raise PermissionDenied
    version = page.get_translation_or_none(locale)
    if version is None:
        if request.method != "POST":
            facts = {"page": page, "language": language_of(code)}
            return render(request, "site_core/admin/write_version.html", facts)
        version = page.copy_for_translation(locale)
        Page.objects.filter(pk=version.pk).update(owner=request.user)
    return redirect("wagtailadmin_pages:edit", version.pk)


def urls() -> list[URLPattern]:
    return [path("versions/<int:page_id>/<str:code>/", write_version, name=URL_NAME)]
