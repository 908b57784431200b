"""The page where PO files come back, and what is told of each."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import FileExtensionValidator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from site_core.translation.board.names import BOARD
from site_core.translation.board.pages import board_languages, translated_by
from site_core.translation.board.uploads import reports_of


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("PO file, or a zip of PO files"),
        widget=forms.FileInput(attrs={"accept": ".po,.zip"}),
        validators=[FileExtensionValidator(["po", "zip"])],
    )


class ImportView(WagtailAdminTemplateMixin, FormView):
    """For those who translate into any language; whose file it is, is asked of each file."""

    form_class = ImportForm
    page_title = _("Import PO files")
    header_icon = "upload"
    template_name = "site_core/admin/board/import.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not translated_by(request.user, board_languages(request.user)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        board = {"url": reverse(BOARD), "label": _("Translators' board")}
        return [*super().get_breadcrumbs_items(), board, {"url": "", "label": self.get_page_title()}]

    def form_valid(self, form: ImportForm) -> HttpResponse:
        """The answer is the report; what is sent a second time is found to be there already."""
        try:
            reports = reports_of(form.cleaned_data["file"], self.request.user)
        except ValidationError as error:
            form.add_error("file", error)
            return self.form_invalid(form)
        return self.render_to_response(self.get_context_data(form=self.form_class(), reports=reports))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {"reports": None, **super().get_context_data(**kwargs)}
