"""wagtail-localize's own views with our forms in them."""

from wagtail.models import Locale
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)
from wagtail_localize.views.update_translations import UpdateTranslationsView

from site_core.translation.forms import BringUpToDateForm, StartTranslationForm


class OwnLanguages:
    """Mixin: the form that only offers languages of this person."""

    def get_form(self) -> StartTranslationForm:
        if self.request.method == "POST":
            return StartTranslationForm(self.object, self.request.user, self.request.POST)
        chosen = Locale.objects.filter(language_code=self.request.GET.get("select_locale", ""))
        return StartTranslationForm(self.object, self.request.user, initial={"locales": list(chosen)})


class StartPageTranslation(OwnLanguages, SubmitPageTranslationView):
    pass


class StartSnippetTranslation(OwnLanguages, SubmitSnippetTranslationView):
    pass


class BringUpToDate(UpdateTranslationsView):
    def get_form(self) -> BringUpToDateForm:
        if self.request.method == "POST":
            return BringUpToDateForm(self.request.POST)
        return BringUpToDateForm()
