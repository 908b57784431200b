"""What belongs to a page in all languages is entered in Polish: no draft of another version shows in public (ADR 2)."""

from collections.abc import Callable
from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from events.models import EventOccurrence, EventPage
from resources.models import ResourceFile, ResourcePage
from site_core.languages.addresses import page_address
from site_core.models import SiteDocument

pytestmark = pytest.mark.django_db

INVENTED = date(2027, 1, 1)
# As a page writes the hour: the digits alone stand in machine-readable times as well, at some minutes of some hours.
SHOWN = ">03:33<"


def easy_draft(client: Client, page: Page) -> Page:
    """A draft in easy Polish as its writer begins one."""
    Page.objects.filter(translation_key=page.translation_key, locale__language_code="pl-simple").delete()
    client.post(reverse("write_version", args=[page.pk, "pl-simple"]))
    return page.get_translations().get(locale__language_code="pl-simple").specific


def event() -> EventPage:
    return EventPage.objects.filter(locale__language_code="pl", live=True).order_by("path").first()


def resource() -> ResourcePage:
    pages = ResourcePage.objects.filter(locale__language_code="pl", live=True, files__isnull=False)
    return pages.order_by("path").first()


def add_date(page: EventPage) -> EventOccurrence:
    return EventOccurrence.objects.create(
        page=page, start_date=INVENTED, start_time=time(3, 33), end_time=time(4, 44)
    )


def test_a_date_on_a_draft_of_another_version_is_not_public(
    signed_in: Callable[[str], Client], reader: Client
) -> None:
    page = event()
    before = len(page.dates)
    add_date(easy_draft(signed_in("writer-easy-polish"), page))
    assert len(event().dates) == before
    for version in EventPage.objects.filter(translation_key=page.translation_key, live=True):
        assert SHOWN not in reader.get(page_address(version)).content.decode()
    assert SHOWN not in reader.get("/pl/wydarzenia/?month=2027-01").content.decode()
    assert SHOWN not in reader.get("/pl/").content.decode()


def test_a_date_of_a_page_that_is_not_public_yet_is_not_public(reader: Client) -> None:
    page = event()
    add_date(page)
    assert SHOWN in reader.get("/pl/wydarzenia/?month=2027-01").content.decode(), "else nothing is tested"
    page.unpublish()
    for address in ("/pl/wydarzenia/?month=2027-01", "/uk/podii/?month=2027-01"):
        assert SHOWN not in reader.get(address).content.decode()


def test_a_file_on_a_draft_of_another_version_is_not_public(
    signed_in: Callable[[str], Client], reader: Client
) -> None:
    page = resource()
    planted = SiteDocument.objects.exclude(pk__in=ResourceFile.objects.values("document")).first()
    draft = easy_draft(signed_in("writer-easy-polish"), page)
    library = reader.get("/pl/materialy/").content
    ResourceFile.objects.create(page=draft, document=planted, title="planted", language="vi", purpose="print")
    for version in ResourcePage.objects.filter(translation_key=page.translation_key, live=True):
        assert "planted" not in reader.get(page_address(version)).content.decode()
    assert reader.get("/pl/materialy/").content == library


@pytest.mark.slow
def test_the_editor_of_another_version_says_where_they_stand(signed_in: Callable[[str], Client]) -> None:
    writer = signed_in("writer-easy-polish")
    draft = easy_draft(writer, event())
    form = writer.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert "occurrences-TOTAL_FORMS" not in form
    assert "obowiązują we wszystkich językach" in form
    polish = signed_in("editor").get(reverse("wagtailadmin_pages:edit", args=[event().pk])).content.decode()
    assert "occurrences-TOTAL_FORMS" in polish


def test_a_private_page_is_nobodys_to_read_by_writing_its_easy_version(
    signed_in: Callable[[str], Client], locale: Callable[[str], Locale]
) -> None:
    page = event()
    page.get_translations().filter(locale__language_code="pl-simple").delete()
    page.view_restrictions.create(restriction_type="password", password="x")
    answer = signed_in("writer-easy-polish").post(reverse("write_version", args=[page.pk, "pl-simple"]))
    assert answer.status_code in (302, 403)
    assert not page.has_translation(locale("pl-simple"))
