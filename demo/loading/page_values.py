"""From the words of a content file to the fields of a page."""

import json
from datetime import datetime
from typing import Any

from campaigns.models import CampaignIndexPage, CampaignPage
from demo.bodies import Lookups, stream_data
from demo.content_files import ContentError, PageFolder, PageText
from demo.loading.snippets import DemoSnippets
from demo.markdown import plain, rich_text
from events.models import EventIndexPage, EventOccurrence, EventPage
from organisations.models import OrganisationPage
from programme.models import PartnersPage, ProgrammeEditionPage, ProgrammeIndexPage
from resources.models import ResourceFile, ResourceIndexPage, ResourcePage
from site_core.models import BasePage, BodyPage, HomePage, StandardPage

PAGE_TYPES: dict[str, type[BasePage]] = {
    "home": HomePage,
    "standard": StandardPage,
    "programme-index": ProgrammeIndexPage,
    "edition": ProgrammeEditionPage,
    "partners": PartnersPage,
    "campaign-index": CampaignIndexPage,
    "campaign": CampaignPage,
    "resource-index": ResourceIndexPage,
    "resource": ResourcePage,
    "event-index": EventIndexPage,
    "event": EventPage,
    "organisation": OrganisationPage,
}

# Facts that are called otherwise in the content files than on the model.
FACT_NAMES = {"kind": "resource_kind", "in_menu": "show_in_menus", "free": "is_free"}
# Facts that are not fields, or are set once every page exists.
NOT_FIELDS = {
    "type", "parent", "order", "edge_cases", "outdated", "withdrawn", "files", "occurrences", "partners", "topics",
    "activity_lines", "organisation", "based_on", "campaign", "call_to_action_page", "previous", "next",
}  # fmt: skip
RICH_TEXTS = {"aim", "results", "note_to_teachers"}


def facts_of(folder: PageFolder, model: type[BasePage]) -> dict[str, Any]:
    """Fields that are the same in every language. Raises ContentError for a fact the page type does not have."""
    values = {
        FACT_NAMES.get(name, name): value for name, value in folder.facts.items() if name not in NOT_FIELDS
    }
    return known_fields(values, model, f"{folder.key}/page.yaml")


def texts_of(
    folder: PageFolder, text: PageText, model: type[BasePage], lookups: Lookups | None
) -> dict[str, Any]:
    """Fields of one language; without `lookups` the body stays empty (pages it links to do not exist yet)."""
    values = {
        name: rich_text(value, lookups.page_id if lookups else lambda key: 0)
        if name in RICH_TEXTS
        else plain(value)
        for name, value in text.facts.items()
    }
    if folder.facts["type"] == "home":
        values["slug"] = f"home-{text.path.stem}"
    if lookups is not None and issubclass(model, BodyPage):
        values["body"] = json.dumps(stream_data(folder.key, text, lookups))
    return known_fields(values, model, str(text.path))


def known_fields(values: dict[str, Any], model: type[BasePage], where: str) -> dict[str, Any]:
    fields = {field.name for field in model._meta.get_fields()}
    unknown = sorted(set(values) - fields)
    if unknown:
        raise ContentError(f"{where}: {model.__name__} has no field called {', '.join(unknown)}")
    return values


def relate(page: BasePage, folder: PageFolder, snippets: DemoSnippets, pages: dict[str, BasePage]) -> None:
    """Tags, partners, organisation and links to other pages."""
    facts = folder.facts
    for name, kind in (("topics", "topics"), ("activity_lines", "activity-lines"), ("partners", "partners")):
        if name in facts:
            setattr(page, name, snippets.get(kind, facts[name]))
    if "organisation" in facts:
        page.organisation = snippets.get("organisations", [facts["organisation"]])[0]
    links = {"based_on": "based_on", "campaign": "campaign", "call_to_action_page": "call_to_action_page"}
    for name, field in {**links, "previous": "previous_edition", "next": "next_edition"}.items():
        if facts.get(name):
            setattr(page, f"{field}_id", pages[facts[name]].pk)


def add_rows(page: BasePage, folder: PageFolder, lookups: Lookups) -> None:
    """Dates of an event, files of a resource."""
    if isinstance(page, EventPage):
        page.occurrences = [occurrence(entry) for entry in folder.facts["occurrences"]]
    if isinstance(page, ResourcePage):
        page.files = [
            ResourceFile(
                sort_order=number,
                document_id=lookups.document_id(entry["file"]),
                **{
                    name: entry[name]
                    for name in ("language", "second_language", "purpose", "title", "licence")
                    if entry.get(name)
                },
            )
            for number, entry in enumerate(folder.facts.get("files", []))
        ]


def occurrence(entry: dict[str, Any]) -> EventOccurrence:
    starts, ends = moment(entry["starts"]), moment(entry["ends"])
    row = EventOccurrence(
        start_date=starts.date(),
        start_time=starts.time(),
        end_date=ends.date() if ends.date() != starts.date() else None,
        end_time=ends.time(),
        status=entry.get("status", "scheduled"),
    )
    if entry.get("previous_starts"):
        previous = moment(entry["previous_starts"])
        row.previous_date, row.previous_time = previous.date(), previous.time()
    return row


def moment(value: Any) -> datetime:
    """Wall-clock time; the zone is the event's own field."""
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
