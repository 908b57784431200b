"""Organisations in the admin."""

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail.permissions import page_permission_policy
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from organisations.models import Organisation, OrganisationPage
from site_core.admin.first_steps import Step, offer_steps
from site_core.admin.vocabulary import VocabularyViewSet, register_vocabulary


class SourceRows:
    """Mixin: pages refer to the row of the source language, so only those are offered."""

    def get_object_list(self) -> QuerySet:
        return super().get_object_list().filter(locale=Locale.get_default())


class ChooseOrganisation(SourceRows, ChooseView):
    pass


class ChooseOrganisationResults(SourceRows, ChooseResultsView):
    pass


class OrganisationChooser(SnippetChooserViewSet):
    choose_view_class = ChooseOrganisation
    choose_results_view_class = ChooseOrganisationResults


class OrganisationViewSet(VocabularyViewSet):
    model = Organisation
    icon = "site"
    menu_order = 40
    own_columns = ("kind", "website")
    list_filter = ["kind"]
    chooser_viewset_class = OrganisationChooser


register_vocabulary(OrganisationViewSet)


@offer_steps
def go_to_ones_organisation(request: HttpRequest) -> list[Step]:
    """For people of an organisation: its page in the source language."""
    held = page_permission_policy.get_cached_permissions_for_user(request.user)
    pages = OrganisationPage.objects.filter(
        pk__in=[permission.page_id for permission in held], locale__language_code=settings.LANGUAGE_CODE
    )
    return [
        Step(
            _("Pages of your organisation"), reverse("wagtailadmin_explore", args=[page.pk]), "folder-open-1"
        )
        for page in pages
    ]
