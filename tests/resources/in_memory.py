"""Somebody who reads the library while a process has it in memory."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

LESSON = "/pl/materialy/slowa-ktore-rania/"
PLACES = {"/pl/materialy/": "#found", "/pl/": "#listing-resources", LESSON: "#alike"}
NEW = "Ławka rozmów"


class Reader:
    """Somebody who is answered by a process that has the library in memory."""

    def __init__(self, client: Client) -> None:
        self.client = client
        for address in (*PLACES, "/uk/materialy/", "/uk/", "/en/campaigns/i-hear-it-i-respond/"):
            assert self.opened(address)

    def opened(self, address: str) -> BeautifulSoup:
        answer = self.client.get(address)
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    def titles(self, address: str, heading: str = "#found") -> list[str]:
        """Of the cards below a heading."""
        found = self.opened(address).select_one(heading)
        section = found.find_parent("section") if found else None
        return [link.text.strip() for link in section.select("h3 a, h4 a")] if section else []

    def library(self, query: str = "", code: str = "pl") -> list[str]:
        return self.titles(f"/{code}/materialy/{query}")

    def sees(self, title: str) -> set[str]:
        """Where, of library, home page and what is like the lesson. None of them is a card short."""
        shown = {address: self.titles(address, heading) for address, heading in PLACES.items()}
        assert (len(shown["/pl/"]), len(shown[LESSON])) == (4, 3)
        assert (
            f" {len(shown['/pl/materialy/'])} "
            in f" {self.opened('/pl/materialy/').select_one('#found').text} "
        )
        return {address for address, titles in shown.items() if title in titles}


def publish(page: Page, **facts: Any) -> None:
    """As an editor does it: a draft first."""
    page = Page.objects.get(pk=page.pk).specific
    for name, value in facts.items():
        setattr(page, name, value)
    page.save_revision().publish()
