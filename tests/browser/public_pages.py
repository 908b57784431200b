"""Which addresses the browser tests walk: one page or more of every public template, in each language that has it."""

import urllib.parse
import urllib.request
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser

LANGUAGES = ("pl", "uk", "ar", "pl-simple")
RIGHT_TO_LEFT = ("ar",)

# Template, and a page of it by its Polish address. Another language walks those that exist in it.
PAGES = (
    ("home", "/pl/"),
    ("standard", "/pl/gdy-to-przydarzylo-sie-tobie/"),
    ("standard", "/pl/slowa-ktorych-uzywamy/"),
    ("standard", "/pl/o-programie-i-o-stronie/"),
    ("standard", "/pl/jak-korzystac-z-tej-strony/"),
    ("programme", "/pl/program/"),
    ("edition", "/pl/program/bezpieczny-krakow-2022-2024/"),
    ("edition", "/pl/program/bezpieczny-krakow-2025-2028/"),
    ("partners", "/pl/program/partnerzy/"),
    ("organisation", "/pl/program/partnerzy/zustricz/"),
    ("campaigns", "/pl/kampanie/"),
    ("campaign", "/pl/kampanie/mowie-po-swojemu/"),
    ("campaign", "/pl/kampanie/slysze-reaguje/"),
    ("campaign", "/pl/kampanie/sasiedzki-stol/"),
    ("library", "/pl/materialy/"),
    ("library", "/pl/materialy/?stage=secondary&stage=staff"),
    ("resource", "/pl/materialy/gdzie-zglosic/"),
    ("resource", "/pl/materialy/symbol-nienawisci-w-szkole/"),
    ("resource", "/pl/materialy/czym-jest-program-film-w-pjm/"),
    ("resource", "/pl/materialy/co-moge-zrobic/"),
    ("resource", "/pl/materialy/piec-bezpiecznych-sposobow/"),
    ("calendar", "/pl/wydarzenia/"),
    ("calendar", "/pl/wydarzenia/?month=2027-02"),
    ("calendar", "/pl/wydarzenia/?month=2026-10&language=ar"),
    ("event", "/pl/wydarzenia/miedzynarodowy-dzien-jezyka-ojczystego-krakowskie-glosy/"),
    ("event", "/pl/wydarzenia/sasiedzki-stol-final-na-podworku/"),
)
TEMPLATES = frozenset(template for template, _address in PAGES)
# What the content promises in the languages that have only a part of it.
IN_PART = TEMPLATES - {"edition", "partners", "organisation"}

# A word that the demo's pages have in that language.
WORDS = {"pl": "język", "uk": "мова", "be": "мова", "ar": "اللغة", "pl-simple": "program"}


@dataclass(frozen=True, slots=True)
class PublicPage:
    template: str
    address: str

    @property
    def status(self) -> int:
        return 404 if self.template == "missing" else 200


class PublicPages:
    """The pages of a running site, found like a reader's browser finds them: by `hreflang` of the Polish page."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self._direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        self._alternates = cache(self._read_alternates)

    def version(self, polish_address: str, language: str) -> str | None:
        """The address of a page in a language, with the Polish address's parameters; None where it is not there."""
        path, _, query = polish_address.partition("?")
        found = self._alternates(path).get(language)
        return None if found is None else found + (f"?{query}" if query else "")

    def in_language(self, language: str) -> list[PublicPage]:
        """
        Every public template in one language, pages shown in another because there is no version in it, and what says
        that there is no page. Fails when a template that was promised is missing.
        """
        versions = [(template, self.version(address, language)) for template, address in PAGES]
        found = [PublicPage(template, address) for template, address in versions if address]
        promised = TEMPLATES if language in ("pl", "uk") else IN_PART
        assert {page.template for page in found} >= promised, f"templates without a page in {language}"
        word = urllib.parse.quote(WORDS[language])
        elsewhere = [
            address for (_template, address), (_same, there) in zip(PAGES, versions, strict=True) if not there
        ]
        return [
            *found,
            *[PublicPage("elsewhere", address.replace("/pl/", f"/{language}/")) for address in elsewhere[:2]],
            PublicPage("search", f"/{language}/search/?q={word}"),
            PublicPage("search", f"/{language}/search/?q=qqqq"),
            PublicPage("missing", f"/{language}/no-such-page/"),
        ]

    def one_of_each_template(self, language: str) -> list[PublicPage]:
        """The first of each, of those in the language."""
        found: dict[str, PublicPage] = {}
        for page in self.in_language(language):
            found.setdefault(page.template, page)
        return list(found.values())

    def _read_alternates(self, address: str) -> dict[str, str]:
        with self._direct.open(self.base_url + address, timeout=60) as answer:
            links = AlternateLinks()
            links.feed(answer.read().decode())
        return links.paths


class AlternateLinks(HTMLParser):
    """`<link rel="alternate" hreflang>` as language -> path."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        link = dict(attrs)
        if tag == "link" and link.get("rel") == "alternate" and link.get("hreflang"):
            self.paths[str(link["hreflang"])] = urllib.parse.urlsplit(str(link["href"])).path
