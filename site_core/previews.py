"""How editors see a page before readers do: on a phone, in a right-to-left frame, in easy language."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from site_core.languages.known import Language, language_of
from site_core.languages.reading import reading

RIGHT_TO_LEFT = "rtl"
EASY = "easy"
RIGHT_TO_LEFT_LANGUAGE = "ar"
EASY_LANGUAGES = {"pl": "pl-simple"}
"""The easy-to-read sister of a language."""


class EditorPreviews:
    """Mixin of pages: sizes and modes of the preview beside the editor."""

    preview_sizes = [
        {"name": "mobile", "icon": "mobile-alt", "device_width": 375, "label": _("Phone")},
        {"name": "tablet", "icon": "tablet-alt", "device_width": 768, "label": _("Tablet")},
        {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": _("Computer")},
    ]
    default_preview_mode = ""

    @cached_property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """One query, for a page in a language that has an easy sister."""
        modes = [("", _("As readers see it"))]
        if self.language.direction == "ltr":
            modes.append((RIGHT_TO_LEFT, _("In the frame of a language read from right to left")))
        if self.easy_version is not None:
            modes.append((EASY, _("The same page in easy language")))
        return modes

    @cached_property
    def easy_version(self) -> Page | None:
        """The published page in easy language, if there is one."""
        code = EASY_LANGUAGES.get(self.language.code)
        if code is None:
            return None
        versions = Page.objects.filter(
            translation_key=self.translation_key, locale__language_code=code, live=True, alias_of=None
        )
        return versions.specific().first()

    def is_previewable(self) -> bool:
        """Every page is; asked for each row of a list, so without working out in which modes."""
        return True

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """A preview speaks the page's language, not the editor's; in a foreign frame, that frame's."""
        if mode_name == EASY and self.easy_version is not None:
            return self.easy_version.serve_preview(request, "")
        frame_language = language_of(RIGHT_TO_LEFT_LANGUAGE) if mode_name == RIGHT_TO_LEFT else self.language
        request.reading_language = frame_language
        with reading(frame_language):
            response = super().serve_preview(request, mode_name)
            put_into_frame(response, frame_language)
            if hasattr(response, "render"):
                response.render()
        return response


def put_into_frame(response: HttpResponse, language: Language) -> None:
    """Let the furniture around a page be in this language; the page's own text stays what it is."""
    context = getattr(response, "context_data", None) or {}
    if "frame" in context:
        context["frame"].language = language
