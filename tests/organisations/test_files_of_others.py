"""An organisation's people use their own files: an id of somebody else's, which no chooser shows, is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from wagtail.models import Collection
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from campaigns.models import CampaignPage
from organisations.models import Organisation, OrganisationPage
from organisations.workspaces import ensure_workspace
from site_core.models import SiteDocument

pytestmark = pytest.mark.django_db


def campaign_form(user: AbstractUser, block: tuple[str, dict[str, Any]]) -> Any:
    page = CampaignPage.objects.filter(locale__language_code="pl", live=True).first().specific
    page.body = []
    data = {
        **dict.fromkeys(("social_text", "seo_title", "search_description", "call_to_action_url"), ""),
        "title": "t", "slug": page.slug, "summary": "s", "lead": "l", "palette": "river", "call_to_action": "",
        "aim": rich_text("<p>a</p>"), "results": rich_text(""), "starts_on": "2027-01-01", "ends_on": "2027-02-01",
        "body": streamfield([block]), "comments": inline_formset([]),
    }  # fmt: skip
    form_class = CampaignPage.get_edit_handler().get_form_class()
    return form_class(nested_form_data(data), instance=page, for_user=user)


def listed(document: SiteDocument) -> tuple[str, dict[str, Any]]:
    item = {"document": document.pk, "label": "x", "language": "pl"}
    return "file_list", {
        "heading": "h",
        "files": {"count": 1, "0": {"deleted": "", "order": 0, "value": item, "type": "item", "id": ""}},
    }


def complaints(form: Any) -> str:
    form.is_valid()
    return " ".join(str(error) for error in form.non_field_errors())


def test_a_file_of_others_is_refused_and_an_own_one_is_not(person: Callable[[str], AbstractUser]) -> None:
    author = person("ngo-author")
    foreign = SiteDocument.objects.exclude(collection__name__contains="Zustricz").first()
    assert "z których możesz korzystać" in complaints(campaign_form(author, listed(foreign)))
    own = SiteDocument.objects.get(pk=foreign.pk)
    own.collection = ensure_workspace(
        Organisation.objects.get(name__contains="Zustricz", locale__language_code="pl")
    ).collection
    own.save(update_fields=["collection"])
    assert complaints(campaign_form(author, listed(own))) == ""
    assert complaints(campaign_form(person("editor"), listed(foreign))) == ""


def test_a_new_organisation_has_its_workspace_with_its_page() -> None:
    polish = OrganisationPage.objects.filter(locale__language_code="pl").first()
    organisation = Organisation.objects.create(name="Nowa", locale=polish.locale)
    polish.get_parent().add_child(
        instance=OrganisationPage(
            title="Nowa", slug="nowa", summary="s", organisation=organisation, locale=polish.locale
        )
    )
    workspace = ensure_workspace(organisation)
    assert Collection.objects.filter(name="Nowa").count() == 1
    assert workspace.authors.page_permissions.filter(page__slug="nowa").exists()
