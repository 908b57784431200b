"""Whom to call: one helper has one set of facts, on whichever page a reader meets it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

import yaml

from demo.bodies import pieces
from demo.content_files import PageText, read_pages, read_snippets

CARD_FACTS = ("unit", "website", "email", "hours", "languages")


def texts() -> Iterator[tuple[str, PageText]]:
    """Every text of every page, a later state of it too, with its language."""
    for folder in read_pages().values():
        yield from folder.texts.items()
        if folder.later is not None:
            yield "pl", folder.later


def cards() -> Iterator[tuple[str, dict]]:
    """Every card of a helper, with the language it is written in."""
    for language, text in texts():
        for name, content in pieces(text.body):
            if name == "contact_card":
                yield language, yaml.safe_load(content)


def short(unit: str) -> str:
    """A name without its Polish original in brackets."""
    return unit.partition(" (")[0]


def test_one_phone_is_one_helper_with_one_set_of_facts() -> None:
    found = defaultdict(set)
    for language, card in cards():
        if card.get("phone"):
            found[language, card["phone"]].add(str([card.get(fact) for fact in CARD_FACTS]))
    assert len(found) > 15
    assert {key: facts for key, facts in found.items() if len(facts) > 1} == {}


def test_what_a_helper_speaks_does_not_depend_on_the_readers_language() -> None:
    found = defaultdict(set)
    for _language, card in cards():
        found[card.get("phone") or card["website"]].add((card.get("website"), tuple(card["languages"])))
    assert {key: facts for key, facts in found.items() if len(facts) > 1} == {}


def test_cards_agree_with_the_list_of_partners() -> None:
    partners = {
        short(partner[language]["name"]): (partner.get("website"), partner["languages"])
        for partner in read_snippets("partners")
        for language in ("pl", "en", "uk")
    }
    shared = [
        card for _language, card in cards() if not card.get("phone") and short(card["unit"]) in partners
    ]
    assert len(shared) > 8
    for card in shared:
        assert (card["website"], card["languages"]) == partners[short(card["unit"])], card["unit"]


def test_one_site_is_written_one_way() -> None:
    """With `www` or without, `http` or `https`: the same everywhere, as readers compare what they see."""
    written = defaultdict(set)
    named = [
        partner.get("website") for name in ("partners", "organisations") for partner in read_snippets(name)
    ]
    named += [card.get("website") for _language, card in cards()]
    for _language, text in texts():
        named += re.findall(r"\]\((https?://[^)]+)\)", text.body)
    for address in filter(None, named):
        parts = urlsplit(address)
        written[parts.netloc.removeprefix("www.")].add(f"{parts.scheme}://{parts.netloc}")
    assert {site: ways for site, ways in written.items() if len(ways) > 1} == {}
