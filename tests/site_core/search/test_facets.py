"""What narrows a search: each value leaves the pages that have it, and none else."""

from collections.abc import Callable, Iterable
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from events.models import EventOccurrence, EventPage
from organisations.models import PublishedBy
from programme.models import ProgrammeTags
from resources.library import CHANGES
from resources.models import Licence, ResourceFile, ResourcePage
from site_core.facets import Facets
from site_core.journal.writing import note
from site_core.languages.known import language_of
from site_core.languages.reading import reading
from site_core.models import BasePage
from site_core.search.asking.question import question
from site_core.search.facets import search_facets
from site_core.search.results import pages_found

pytestmark = pytest.mark.django_db

ASKED = "Kraków szkoła program hejt"
CODES = ("pl", "en")


def found(**chosen: str) -> tuple[set[int], Facets]:
    """Ids of the pages that are left, and the facets, counted."""
    with reading(language_of("pl")):
        facets = Facets(search_facets(), QueryDict(urlencode(chosen)))
        return {hit.page_id for hit in pages_found(question(ASKED, "pl"), CODES, facets)}, facets


def kinds(page: Page) -> Iterable[str]:
    yield page.kind if isinstance(page, BasePage) and page.is_looked_for_by_kind else "other"


def topics(page: Page) -> Iterable[str]:
    return [topic.slug for topic in page.topics.all()] if isinstance(page, ProgrammeTags) else ()


def times(page: Page) -> Iterable[str]:
    dates = EventOccurrence.objects.filter(page__translation_key=page.translation_key)
    return ["past" if date.ends_at < timezone.now() else "upcoming" for date in dates]


def minutes(page: Page) -> Iterable[str]:
    least = page.minutes_min if isinstance(page, ResourcePage) else None
    return [str(limit) for limit in (15, 30, 45, 60, 90) if least and least <= limit]


def file_languages(page: Page) -> Iterable[str]:
    files = ResourceFile.objects.filter(page__translation_key=page.translation_key)
    return [code for file in files for code in (file.language, file.second_language)]


def organisations(page: Page) -> Iterable[str]:
    published = page.organisation if isinstance(page, PublishedBy) else None
    return [str(published.translation_key)] if published else ()


VALUES: dict[str, Callable[[Page], Iterable[str]]] = {
    "kind": kinds,
    "topic": topics,
    "when": times,
    "access": lambda page: page.access if isinstance(page, EventPage) else (),
    "stage": lambda page: page.stages if isinstance(page, ResourcePage) else (),
    "minutes": minutes,
    "file_language": file_languages,
    "licence": lambda page: [page.licence] if isinstance(page, ResourcePage) else (),
    "organisation": organisations,
}
"""By facet, what a page has, asked of the page itself."""


@pytest.mark.slow
def test_every_value_leaves_the_pages_that_have_it() -> None:
    past = EventOccurrence.objects.order_by("-starts_at").first()
    past.start_date = past.start_date.replace(year=2020)
    past.end_date = None
    past.save()
    everything, facets = found()
    pages = [page.specific for page in Page.objects.filter(pk__in=everything)]
    assert {group.name for group in facets.groups} == set(VALUES)
    for group in facets.groups:
        for option in group.options:
            expected = {page.pk for page in pages if option.value in VALUES[group.name](page)}
            left, _counted = found(**{group.name: option.value})
            assert left == expected, (group.name, option.value)
            assert option.count == len(expected) > 0, (group.name, option.value)


def test_values_of_one_question_add_up_and_of_two_take_away() -> None:
    one, _facets = found(stage="secondary")
    other, _facets = found(stage="adults")
    with reading(language_of("pl")):
        facets = Facets(search_facets(), QueryDict("stage=secondary&stage=adults"))
        either = {hit.page_id for hit in pages_found(question(ASKED, "pl"), CODES, facets)}
    assert either == one | other != one
    long, _facets = found(minutes="90")
    both, _facets = found(stage="secondary", minutes="90")
    assert both == one & long


def opened(reader: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(reader.get(address).content, "html.parser")


def test_what_is_not_chosen_is_folded_away(reader: Client) -> None:
    page = opened(reader, "/pl/search/?q=hejt&topic=school")
    open_folds = [fold for fold in page.select("details.facet--folded") if fold.has_attr("open")]
    assert [fold.select_one("input")["name"] for fold in open_folds] == ["topic"]
    assert len(page.select("details.facet--folded")) > 3
    assert page.select("form.filters > .filters-body > fieldset input[name=kind]")
    assert "(1)" in page.select_one(".filters-fold summary").text
    assert all(fold.select_one("legend").text == fold.select_one("summary").text.split(" (")[0].strip()
               for fold in page.select("details.facet--folded"))  # fmt: skip


def test_choices_that_exclude_each_other_say_how_to_go_back(reader: Client) -> None:
    page = opened(reader, "/pl/search/?q=hejt&stage=secondary&when=upcoming")
    assert "0" in page.select_one("#found").text
    retreats = page.select(".retreats a")
    assert len(retreats) == 2
    for retreat in retreats:
        address = retreat["href"].removesuffix("#found")
        assert opened(reader, f"/pl/search/{address}").select(".rows h2")


def test_one_too_many_is_not_nothing_found(reader: Client) -> None:
    """Three questions of which no single one brings anything back: still a matter of filters, not of words."""
    page = opened(reader, "/pl/search/?q=hejt&stage=secondary&when=upcoming&kind=campaign")
    assert page.select_one("main h2").text == "Nic nie pasuje do wszystkiego naraz"
    assert page.select_one(".empty .button")["href"] == "?q=hejt#found"


def test_each_choice_is_taken_back_by_one_link(reader: Client) -> None:
    page = opened(reader, "/pl/search/?q=hejt&kind=resource&topic=school&file_language=uk")
    chips = page.select("a.chip")
    assert len(chips) == 3
    assert {chip["href"].count("=") for chip in chips} == {3}


@pytest.mark.parametrize(
    "query",
    [
        *("topic=%00", "when=now", "organisation=1", "licence=%22", "minutes=-1", "access=" + "a" * 10_000),
        "&".join(f"topic=t{number}" for number in range(500)),
        "organisation=00000000-0000-0000-0000-000000000000",
    ],
)
def test_what_no_facet_knows_is_left_out(reader: Client, query: str) -> None:
    plain = reader.get("/pl/search/?q=hejt").context["pager"].total
    answer = reader.get(f"/pl/search/?q=hejt&{query}")
    assert answer.status_code == 200
    assert answer.context["pager"].total == plain
    assert answer.context["facets"].any_chosen is False


@pytest.mark.parametrize(
    ("address", "is_listed"),
    [
        ("/pl/search/?q=hejt", False),
        ("/pl/search/?q=hejt&kind=event&topic=school", False),
        ("/pl/materialy/?stage=secondary", True),
        ("/pl/materialy/?stage=secondary&licence=cc-by-4.0", False),
        ("/pl/wydarzenia/?access=step_free", True),
        ("/pl/wydarzenia/?access=step_free&access=seating", False),
    ],
)
def test_deep_combinations_are_not_for_search_engines(reader: Client, address: str, is_listed: bool) -> None:
    assert (opened(reader, address).select_one("meta[name=robots]") is None) is is_listed


def test_the_library_asks_for_the_licence_where_it_tells_materials_apart(reader: Client) -> None:
    choices = opened(reader, "/pl/materialy/").select("details.facet--folded input[name=licence]")
    assert len(choices) > 1
    ResourcePage.objects.update(licence=Licence.CC_BY)
    note(CHANGES)
    assert opened(reader, "/pl/materialy/").select("input[name=licence]") == []


def test_organisations_and_topics_are_named_in_the_readers_language(reader: Client) -> None:
    groups = {group.name: group for group in reader.get("/uk/search/?q=школа").context["facets"].groups}
    assert all(option.label.language.code == "uk" for option in groups["topic"].options)


def test_a_corrected_question_stays_under_the_floor(
    reader: Client, django_assert_max_num_queries: Callable
) -> None:
    for asked in ("nienawsici", "przmoec", "gkfrfn"):
        reader.get(f"/pl/search/?q={asked}")
        with django_assert_max_num_queries(12):
            reader.get(f"/pl/search/?q={asked}")
