"""The page where PO files come back, and what is told of each."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import FileExtensionValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from site_core.translation.board.pages import board_languages, translated_by
from site_core.translation.board.uploads import reports_of


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("PO file, or a zip of PO files"),
        widget=forms.FileInput(attrs={"accept": ".po,.zip"}),
        validators=[FileExtensionValidator(["po", "zip"])],
    )


def import_po_files(request: HttpRequest) -> HttpResponse:
    if not translated_by(request.user, board_languages(request.user)):
        raise PermissionDenied
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    reports = None
    if form.is_bound and form.is_valid():
        try:
            reports = reports_of(form.cleaned_data["file"], request.user)
        except ValidationError as error:
            form.add_error("file", error)
    facts = {"form": form, "reports": reports}
    return render(request, "site_core/admin/board/import.html", facts)
