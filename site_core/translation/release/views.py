"""The list of languages, and the switch with what has to be known before it is turned."""

from functools import cached_property
from typing import Any, cast

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from site_core.models import HomePage
from site_core.translation.permissions import languages_held
from site_core.translation.release.overview import LanguageOverview, languages
from site_core.translation.release.switch import NotReady, switch_off, switch_on

LANGUAGES, SWITCH = "site_languages", "site_language_switch"


class LanguagesView(WagtailAdminTemplateMixin, TemplateView):
    page_title = gettext_lazy("Public languages")
    header_icon = "globe"
    template_name = "site_core/admin/release/languages.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not languages_held(request.user, "publish"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": reverse(LANGUAGES), "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(languages=languages(self.request.user), **kwargs)


class SwitchView(LanguagesView):
    """GET says what will happen and what is missing; POST does it. A language without a home page has no switch."""

    template_name = "site_core/admin/release/switch.html"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.overview.language.endonym}]

    @cached_property
    def overview(self) -> LanguageOverview:
        """Raises Http404 where there is nothing to switch, PermissionDenied where it is not this person's."""
        code = self.kwargs["code"]
        found = [one for one in languages(self.request.user) if one.locale.language_code == code]
        if not found or found[0].home is None:
            raise Http404
        if not found[0].may_switch:
            raise PermissionDenied
        return found[0]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(one=self.overview, languages_url=reverse(LANGUAGES), **kwargs)

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        one, wanted = self.overview, request.POST.get("switch")
        home, user = cast(HomePage, one.home), cast(AbstractUser, request.user)
        name = one.language.endonym
        # Somebody else may have turned it meanwhile: then it stands as wanted already.
        if wanted == "on" and not one.is_public:
            try:
                switch_on(home, user)
            except NotReady as reason:
                button = messages.button(reverse("wagtailadmin_pages:edit", args=[home.pk]), _("Home page"))
                messages.error(request, str(reason), buttons=[button])
                return HttpResponseRedirect(request.path)
            messages.success(request, _("%(language)s is public now.") % {"language": name})
        elif wanted == "off" and one.is_public:
            switch_off(home, user)
            messages.success(request, _("%(language)s is not public any more.") % {"language": name})
        return HttpResponseRedirect(reverse(LANGUAGES))
