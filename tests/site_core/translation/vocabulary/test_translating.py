"""Where translators find a name or description that is older, and how it becomes current again."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from organisations.models import Organisation, OrganisationPage
from programme.models import PartnerInstitution, Topic
from site_core.languages.status import State
from site_core.translation.changes.names import changes_url
from site_core.translation.vocabulary.names import VOCABULARY
from tests.site_core.translation.changes.screen import changed, fill, said
from tests.site_core.translation.vocabulary.test_freshness import behind, edited, polish

pytestmark = pytest.mark.django_db

ROLE = "Od dziś robi co innego."


@pytest.fixture
def partner() -> Any:
    return edited(polish(PartnerInstitution), role=ROLE)


@pytest.fixture
def ukrainian(partner: Any) -> Translation:
    return Translation.objects.get(
        source__object_id=partner.translation_key, target_locale__language_code="uk"
    )


def listed(client: Client, **asked: str) -> dict[str, Any]:
    answer = client.get(reverse(VOCABULARY), asked, headers={"accept-language": "en"})
    assert answer.status_code == 200
    return {str(entry.row): entry for entry in answer.context["entries"]}


def home(client: Client) -> str:
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_list_says_how_far_each_is_behind_and_leads_to_it(
    ukrainian: Translation, partner: Any, signed_in: Callable[[str], Client]
) -> None:
    translator = signed_in("translator-uk")
    cell = listed(translator)[str(partner)].cells["uk"]
    assert (cell.status.state, cell.status.count, cell.url) == (State.OUTDATED, 1, changes_url(ukrainian.pk))
    assert cell.status.since is not None
    assert not listed(translator)[str(partner)].cells["en"].url, "another language is not theirs to change"
    assert not listed(translator)[str(partner)].url, "neither is the source"
    assert list(listed(translator, language="uk", state="outdated")) == [str(partner)]
    assert listed(signed_in("editor"))[str(partner)].url


def test_a_name_that_is_not_there_yet_can_be_begun(signed_in: Callable[[str], Client]) -> None:
    row = Topic.objects.create(name="Nowy temat", slug="nowy", locale=Locale.get_default())
    translator = signed_in("translator-uk")
    cell = listed(translator, language="uk", state="missing")["Nowy temat"].cells["uk"]
    page = translator.get(cell.url)
    assert page.status_code == 200
    translator.post(cell.url, {"locales": [Locale.objects.get(language_code="uk").pk]})
    assert row.get_translations().filter(locale__language_code="uk").exists()
    cell = listed(translator)["Nowy temat"].cells["uk"]
    assert cell.status.state == State.DRAFT, "readers are shown the Polish words"


def test_the_list_is_for_who_has_a_board(signed_in: Callable[[str], Client]) -> None:
    assert signed_in("viewer").get(reverse(VOCABULARY)).status_code != 200
    assert signed_in("editor").get(reverse(VOCABULARY), {"state": "\x00'", "p": "x"}).status_code == 200


def test_one_click_from_the_first_page_to_what_changed(
    ukrainian: Translation, partner: Any, signed_in: Callable[[str], Client]
) -> None:
    translator = signed_in("translator-uk")
    assert f'href="{changes_url(ukrainian.pk)}"' in home(translator)
    (row,) = changed(ukrainian)
    assert (row.path, row.now) == ("role", ROLE)
    assert row.before
    assert row.translation, "what there is of it, to be changed"


@pytest.mark.slow
def test_translated_and_published_it_is_current(
    ukrainian: Translation, partner: Any, signed_in: Callable[[str], Client]
) -> None:
    translator, editor = signed_in("translator-uk"), signed_in("editor")
    assert changes_url(ukrainian.pk) not in home(editor)
    answer = fill(translator, ukrainian, {"role": "Відсьогодні робить інше."})
    assert "1 text saved." in said(answer)
    assert "(partner institution) now waits for who publishes it" in said(answer), "it is no page"
    assert behind(partner)["uk"] == ["role"], "readers see the old words still"
    assert changes_url(ukrainian.pk) not in home(translator)
    assert changes_url(ukrainian.pk) in home(editor), "it waits for who publishes"
    answer = fill(editor, ukrainian, {}, action="publish")
    assert "(partner institution) is published in its new wording" in said(answer)
    assert behind(partner)["uk"] == []
    own = partner.get_translations().get(locale__language_code="uk")
    assert own.role == "Відсьогодні робить інше."
    assert changes_url(ukrainian.pk) not in home(editor)


def test_nobody_else_opens_it(ukrainian: Translation, signed_in: Callable[[str], Client]) -> None:
    answer = signed_in("translator-en").get(changes_url(ukrainian.pk))
    assert answer.status_code == 302


@pytest.mark.slow
def test_the_list_asks_no_more_for_more_names(signed_in: Callable[[str], Client]) -> None:
    editor = signed_in("editor")

    def cost() -> int:
        listed(editor)
        with CaptureQueriesContext(connection) as captured:
            listed(editor)
        return len(captured)

    few = cost()
    for number in range(10):
        row = Topic.objects.create(name=f"T {number}", slug=f"t-{number}", locale=Locale.get_default())
        source, _created = TranslationSource.get_or_create_from_instance(row)
        Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="uk"))
    assert cost() == few


def test_readers_see_that_a_description_is_older(reader: Client) -> None:
    uk = _page_of_an_organisation("uk")
    address = uk.get_url()
    assert "passage--text" not in reader.get(address).content.decode()
    edited(
        Organisation.objects.get(translation_key=uk.organisation.translation_key, locale__language_code="pl"),
        description="<p>Od dziś inaczej.</p>",
    )
    with CaptureQueriesContext(connection) as captured:
        text = reader.get(address).content.decode()
    assert '<div class="block" lang="pl" dir="ltr"><p>Od dziś inaczej.</p>' in text
    with CaptureQueriesContext(connection) as in_polish:
        reader.get(_page_of_an_organisation("pl").get_url())
    assert len(captured) <= len(in_polish) + 1


def _page_of_an_organisation(code: str) -> Any:
    return OrganisationPage.objects.filter(
        locale__language_code=code, live=True, organisation__isnull=False
    ).first()
