"""What a page belongs to is called in the reader's language, and asked for all at once."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from campaigns.models import CampaignPage
from organisations.models import Organisation
from programme.models import ActivityLine, Topic
from site_core.languages.alphabet import in_alphabet
from site_core.languages.known import language_of
from site_core.languages.localised import chosen_in
from site_core.languages.reading import reading
from site_core.languages.snippet_names import names_chosen

pytestmark = pytest.mark.django_db

ALL = ("organisation", "activity_lines", "topics")


@pytest.fixture
def campaign() -> CampaignPage:
    """One with several lines and topics, as it stands in the database."""
    return CampaignPage.objects.get(slug="slysze-reaguje", locale__language_code="pl")


def names(campaign: CampaignPage, code: str) -> dict[str, list[tuple[str, str]]]:
    """Text and language of each name."""
    found = names_chosen(campaign, ALL, code)
    found["organisation"] = [found["organisation"]] if found["organisation"] else []
    return {
        relation: [(str.__str__(named.words), named.words.language.code) for named in of_relation]
        for relation, of_relation in found.items()
    }


@pytest.mark.parametrize("code", ["pl", "uk", "ar", "pl-simple", "be"])
def test_each_is_called_as_its_row_for_this_reader_is(campaign: CampaignPage, code: str) -> None:
    found = names(campaign, code)
    lines = chosen_in(campaign, "activity_lines", code)
    assert found["activity_lines"] == [(line.title, line.locale.language_code) for line in lines]
    topics = [(topic.name, topic.locale.language_code) for topic in chosen_in(campaign, "topics", code)]
    assert found["topics"] == sorted(topics, key=lambda topic: in_alphabet(topic[0], code))
    assert len(lines) > 1
    assert len(topics) > 1


def test_one_query_for_all_of_them(campaign: CampaignPage) -> None:
    with reading(language_of("uk")):
        names_chosen(campaign, ALL, "uk")  # looks up in which languages Ukrainians read besides
        with CaptureQueriesContext(connection) as queries:
            found = names_chosen(campaign, ALL, "uk")
    assert len(queries) == 1
    assert found["organisation"].translation_key == campaign.organisation.translation_key


def test_what_is_chosen_and_not_saved_counts(campaign: CampaignPage) -> None:
    topics = list(Topic.objects.filter(locale__language_code="pl").exclude(pk__in=campaign.topics.all())[:2])
    other = (
        Organisation.objects.filter(locale__language_code="pl").exclude(pk=campaign.organisation_id).first()
    )
    campaign.topics = topics
    campaign.activity_lines = []
    campaign.organisation = other
    found = names(campaign, "pl")
    assert sorted(found["topics"]) == sorted((topic.name, "pl") for topic in topics)
    assert found["activity_lines"] == []
    assert found["organisation"] == [(other.name, "pl")]


@pytest.mark.parametrize("own", ["uk", "ru"])
def test_who_publishes_is_named_though_no_language_of_the_reader_has_the_name(
    campaign: CampaignPage, own: str
) -> None:
    """As it is called there, and not in just any language that it has a name in, such as Russian."""
    key = uuid4()
    for code in ("uk", "ru"):
        locale, _is_new = Locale.objects.get_or_create(language_code=code)
        Organisation.objects.create(name=f"in {code}", kind="ngo", locale=locale, translation_key=key)
    campaign.organisation = Organisation.objects.get(translation_key=key, locale__language_code=own)
    assert names(campaign, "ar")["organisation"] == [(f"in {own}", own)]
    assert names(campaign, "uk")["organisation"] == [("in uk", "uk")]


def test_a_page_of_nobody_and_about_nothing(campaign: CampaignPage) -> None:
    campaign.organisation = None
    campaign.topics.clear()
    campaign.activity_lines.clear()
    campaign.save()
    bare = CampaignPage.objects.get(pk=campaign.pk)
    assert names_chosen(bare, ALL, "pl") == {"organisation": None, "activity_lines": [], "topics": []}
    assert names_chosen(bare, ("organisation",), "pl") == {"organisation": None}


def test_lines_stand_by_their_numbers_and_not_by_their_titles(campaign: CampaignPage) -> None:
    lines = list(ActivityLine.objects.filter(locale__language_code="pl")[:3])
    for number, (line, title) in enumerate(zip(lines, ["C", "A", "B"], strict=True), 1):
        line.number, line.title = number, title
        line.save()
    campaign.activity_lines = lines
    assert [text for text, _language in names(campaign, "pl")["activity_lines"]] == ["C", "A", "B"]
