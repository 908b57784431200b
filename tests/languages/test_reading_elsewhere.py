"""
Any page in any language: the reader's own version, else the best one of its chain under the reader's own address.

Walks every demo page under every public language.
"""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction

from site_core.languages.addresses import absolute, page_address
from site_core.languages.chains import languages_read, usual_chain
from site_core.languages.known import known_languages, language_of
from site_core.languages.reading import reading
from site_core.languages.tree import published_homes
from site_core.models import HomePage, ReadingLanguage, StandardPage
from site_core.querysets import published_pages

pytestmark = pytest.mark.django_db

HATE_SYMBOL = "Gdy w szkole pojawia się symbol nienawiści"  # only in Polish


class Shown(HTMLParser):
    """What a reader and a search engine are told: of `<html>`, the heading, robots, canonical and alternates."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.html: dict[str, str | None] = {}
        self.heading: dict[str, str | None] = {}
        self.robots = self.canonical = ""
        self.alternates: set[str] = set()
        self.links: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "html":
            self.html = found
        elif tag == "h1":
            self.heading = found
        elif tag == "meta" and found.get("name") == "robots":
            self.robots = found["content"] or ""
        elif tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"] or ""
        elif tag == "link" and found.get("rel") == "alternate":
            self.alternates.add(found["hreflang"] or "")
        elif tag == "a":
            self.links.append(found)


def followed(reader: Client, address: str, known: dict[str, str] | None = None) -> tuple[str, str]:
    """The page at the end of the redirects, of which there may be two, and where that was. `known` were read before."""
    for _step in range(3):
        if known and address in known:
            return known[address], address
        answer = reader.get(address)
        if answer.status_code not in (301, 302):
            assert answer.status_code == 200, address
            return answer.content.decode(), address
        address = answer.headers["Location"]
    raise AssertionError(f"{address}: more than two redirects")


@pytest.mark.slow
def test_every_page_answers_in_every_language(reader: Client) -> None:
    """Holds when 1 of "everybody reads in their own language"."""
    public = published_homes().codes()
    versions: dict[object, dict[str, Page]] = {}
    for page in published_pages().filter(depth__gt=1).select_related("locale"):
        versions.setdefault(page.translation_key, {})[page.locale.language_code] = page
    assert len(versions) > 40
    assert set(public) >= {"pl", "en", "uk", "be", "ar", "pl-simple"}
    instead = 0
    known: dict[str, str] = {}
    for in_languages in versions.values():
        for code in public:
            for page in in_languages.values():
                asked = f"/{code}/" + page_address(page).split("/", 2)[2]
                text, address = followed(reader, asked, known)
                best = next(in_languages[read] for read in (code, *usual_chain(code)) if read in in_languages)
                assert address == f"/{code}/{page_address(best).split('/', 2)[2]}", asked
                if address in known:
                    continue  # looked at before, under another of its addresses
                known[address] = text
                assert address.startswith(f"/{code}/"), asked
                shown = Shown(text)
                content = best.locale.language_code
                assert (shown.html["lang"], shown.html["dir"]) == (code, known_languages()[code].direction)
                assert shown.canonical == absolute(page_address(best)), asked
                assert shown.alternates - {"x-default"} == set(in_languages), asked
                notices = text.count("notice--language")
                if content == code:
                    assert (address, notices, shown.heading.get("lang")) == (page_address(best), 0, None)
                    assert shown.robots == "", asked
                else:
                    instead += 1
                    assert notices == 1, asked
                    assert shown.heading["lang"] == content, asked
                    assert shown.heading["dir"] == known_languages()[content].direction
                    assert "noindex" in shown.robots, asked
    assert instead > 80


@pytest.mark.slow
@pytest.mark.parametrize("code", ["uk", "be", "ar", "en", "pl-simple"])
def test_a_reader_who_follows_every_link_stays_in_their_language(reader: Client, code: str) -> None:
    """
    But for the switcher and the notice that names other versions; and nothing is ever missing: pages, what leads on
    from a list (its next page, another month), files.
    """
    seen, files, waiting = set(), set(), [f"/{code}/"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = reader.get(address)
        if answer.status_code in (301, 302):
            waiting.append(answer.headers["Location"].split("#")[0])
            continue
        assert answer.status_code == 200, address
        if "text/html" not in answer.headers["Content-Type"]:
            continue
        text = answer.content.decode()
        text = re.sub(r'<details class="languages".*?</details>', "", text, flags=re.S)
        text = re.sub(r'<ul class="footer-languages">.*?</ul>', "", text, flags=re.S)
        text = re.sub(r'<div class="notice notice--(?:language|outdated)".*?</div>', "", text, flags=re.S)
        for link in Shown(text).links:
            href = (link.get("href") or "").split("#")[0]
            if href.startswith("?"):
                if "?" not in address:  # one step: filters upon filters have tests of their own
                    waiting.append(address + href)
            elif href.startswith("/documents/"):
                files.add(href)
            elif href.startswith("/"):
                assert href.startswith(f"/{code}/"), f"{address} leads to {href}"
                waiting.append(href)
    assert len(seen) > 40
    assert any("?" in address for address in seen)
    assert {reader.get(file).status_code for file in files} == {200}


def test_a_page_missing_in_the_language_is_shown_in_another(
    reader: Client, demo_page: Callable[..., Page]
) -> None:
    polish = demo_page(HATE_SYMBOL)
    answer = reader.get(page_address(polish).replace("/pl/", "/uk/", 1))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Цієї сторінки ще немає вашою мовою" in text
    assert f'<h1 lang="pl" dir="ltr">{polish.title}</h1>' in text
    assert '<div class="block block--rich_text" lang="pl" dir="ltr">' in text
    switcher = text.split('<details class="languages"')[1].split("</details>")[0]
    assert f'href="{page_address(polish)}"' in switcher, "the true version is one click away"
    assert "Матеріали" in text.split('<nav class="breadcrumb"')[1].split("</nav>")[0], (
        "the way back is readable"
    )


def test_an_address_half_in_one_language_and_half_in_another_means_the_same_page(
    reader: Client, demo_page: Callable[..., Page]
) -> None:
    polish, library = demo_page(HATE_SYMBOL), demo_page("Materiały", "uk")
    _text, address = followed(reader, f"{page_address(library)}{polish.slug}/")
    assert address == page_address(polish).replace("/pl/", "/uk/", 1), "one address for one reading language"
    ukrainian = demo_page("Słyszę? Reaguję.", "uk")
    polish_campaigns = demo_page("Kampanie")
    mixed = f"/uk/{polish_campaigns.slug}/{ukrainian.slug}/"
    assert followed(reader, mixed)[1] == page_address(ukrainian)


def test_the_tail_of_an_address_is_not_enough(reader: Client, demo_page: Callable[..., Page]) -> None:
    polish = demo_page(HATE_SYMBOL)
    assert reader.get(f"/uk/kampanie/{polish.slug}/").status_code == 404
    assert reader.get(f"/uk/{polish.slug}/").status_code == 404


def test_of_two_pages_with_one_path_the_one_in_the_language_read_first_is_meant(
    reader: Client, home: Page, locale: Callable[[str], Locale]
) -> None:
    english = home.get_translation(locale("en"))
    for parent, title in ((home, "Po polsku"), (english, "In English")):
        page = StandardPage(title=title, slug="obok", summary="Krótko.", locale=parent.locale)
        parent.add_child(instance=page)
    assert Shown(followed(reader, "/ar/obok/")[0]).heading["lang"] == "en", (
        "Arabic reads English, then Polish"
    )
    assert Shown(followed(reader, "/uk/obok/")[0]).heading["lang"] == "pl"


def test_the_question_of_a_list_goes_along(reader: Client) -> None:
    answer = reader.get("/uk/kampanie/?page=2")
    assert answer.headers["Location"].endswith("?page=2")


def test_lists_show_the_readers_language_first_and_name_the_rest(
    reader: Client, demo_page: Callable[..., Page]
) -> None:
    text = reader.get("/uk/materialy/").content.decode()
    polish = demo_page(HATE_SYMBOL)
    head, tail = text.split("Лише польською (1)")
    address = page_address(polish).replace("/pl/", "/uk/", 1)
    assert f'<a href="{address}" lang="pl" dir="ltr">{polish.title}</a>' in tail
    assert address not in head.split("<main")[1]


def test_what_is_only_in_a_language_outside_the_chain_is_offered_and_not_shown(
    reader: Client, home: Page, locale: Callable[[str], Locale]
) -> None:
    ukrainian_home = home.get_translation(locale("uk"))
    page = StandardPage(title="Лише тут", slug="lyshe-tut", summary="Тут.", locale=locale("uk"))
    ukrainian_home.add_child(instance=page)
    answer = reader.get("/be/lyshe-tut/")
    assert answer.status_code == 404
    assert 'href="/uk/lyshe-tut/"' in answer.content.decode()


@pytest.mark.parametrize("state", ["draft", "private", "alias"])
def test_what_is_not_public_is_not_shown_in_another_language_either(
    reader: Client, demo_page: Callable[..., Page], locale: Callable[[str], Locale], state: str
) -> None:
    polish = demo_page(HATE_SYMBOL)
    address = page_address(polish).replace("/pl/", "/uk/", 1)
    if state == "draft":
        polish.unpublish()
    elif state == "private":
        PageViewRestriction.objects.create(page=polish, restriction_type="password", password="tajne")
    else:
        Page.objects.filter(pk=polish.pk).update(alias_of=demo_page("Kampanie").pk)
    assert reader.get(address).status_code == (410 if state == "draft" else 404), "it was here"
    assert address not in reader.get("/uk/materialy/", follow=True).content.decode()


def test_a_language_without_a_public_home_page_shows_nothing(reader: Client) -> None:
    assert reader.get("/vi/kampanie/").status_code == 404
    assert reader.get("/ru/kampanie/").status_code == 404


def test_an_editors_chain_is_followed(
    reader: Client, demo_page: Callable[..., Page], locale: Callable[[str], Locale]
) -> None:
    page = demo_page("Słyszę? Reaguję.")  # pl, en, uk, be
    address = page_address(page).replace("/pl/", "/ar/", 1)
    english = page.get_translation(locale("en"))
    assert Shown(followed(reader, address)[0]).heading["lang"] == "en", (
        "the usual chain: English, then Polish"
    )
    ReadingLanguage.objects.create(locale=locale("ar"), first_choice="pl")
    assert Shown(followed(reader, address)[0]).heading["lang"] == "pl"
    ReadingLanguage.objects.update(first_choice="")
    assert reader.get(address).status_code == 404
    assert page_address(english) in reader.get(address).content.decode()


@pytest.mark.parametrize("name", ["first_choice", "second_choice"])
def test_russian_can_be_put_into_nobodys_chain(locale: Callable[[str], Locale], name: str) -> None:
    """Not by the form, not by a row that was written past it, not by the settings."""
    choices = {"first_choice": "pl", "second_choice": "", name: "ru"}
    with pytest.raises(ValidationError) as refused:
        ReadingLanguage(locale=locale("uk"), **choices).clean()
    assert name in refused.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        ReadingLanguage.objects.create(locale=locale("uk"), **choices)
    with override_settings(READING_CHAINS={"uk": ["ru", "pl"], "*": ["ru"]}):
        assert usual_chain("uk") == ("pl",)
        assert usual_chain("vi") == ()


def test_the_form_of_a_language_refuses_what_leads_nowhere(
    admin_client: Client, locale: Callable[[str], Locale]
) -> None:
    slug = ReadingLanguage._meta.db_table
    address = reverse("wagtaillocales:edit", args=[locale("be").pk])
    for first, second, saved in (
        ("be", "", False),
        ("", "pl", False),
        ("pl", "pl", False),
        ("uk", "pl", True),
    ):
        facts = {
            "language_code": "be",
            f"component-{slug}-enabled": "on",
            f"component-{slug}-first_choice": first,
            f"component-{slug}-second_choice": second,
        }
        admin_client.post(address, facts)
        assert ReadingLanguage.objects.filter(locale=locale("be")).exists() is saved, (first, second)
    with reading(language_of("be")):
        assert languages_read("be") == ("be", "uk", "pl")


def test_nothing_of_a_language_that_was_withdrawn_is_shown(
    reader: Client, demo_page: Callable[..., Page], locale: Callable[[str], Locale]
) -> None:
    """Its home page is gone, its pages are still published: they cannot be reached, so nothing may lead there."""
    HomePage.objects.get(locale=locale("en")).unpublish()
    page = demo_page("Trybuna dla wszystkich")  # pl, en, uk
    assert reader.get(page_address(page.get_translation(locale("en")))).status_code == 404
    text, _address = followed(reader, page_address(page).replace("/pl/", "/ar/", 1))
    assert Shown(text).heading["lang"] == "pl", "English was next in the chain"
    polish = Shown(reader.get(page_address(page)).content.decode())
    assert polish.alternates == {"pl", "uk", "x-default"}
    assert "/en/" not in reader.get("/sitemap-1.xml").content.decode()
    assert 'lang="en"' not in reader.get("/ar/").content.decode().split("<main")[1].split("</main>")[0]


def test_the_address_of_a_draft_cannot_be_guessed(reader: Client, demo_page: Callable[..., Page]) -> None:
    campaigns, child = demo_page("Kampanie", "en"), demo_page("Słyszę? Reaguję.")
    guess = f"{page_address(campaigns)}{child.slug}/"
    assert reader.get(guess).status_code == 302
    campaigns.unpublish()
    assert reader.get(guess).status_code == 404


def test_our_own_words_inside_a_page_in_another_language_are_said_to_be_ours(reader: Client) -> None:
    page = BeautifulSoup(followed(reader, "/ar/kampanie/slysze-reaguje/")[0], "html.parser")
    inside = page.select(".block[lang=en] .onward, .block[lang=en] .file .meta")
    assert inside
    for part in inside:
        assert part.find_parent(lang=True)["lang"] == "ar" or part.get("lang") == "ar", part


LISTS_AND_CARDS = (
    *("Kampanie", "Słyszę? Reaguję.", "Materiały", "Słowa, które ranią: hejt a mowa nienawiści"),
    *("Wydarzenia", "Krąg dialogu", "Program", "Partnerzy"),
)
"""Every list there is, and a page of each kind that shows cards of others."""


def test_nobody_is_shown_russian_who_did_not_ask_for_it(
    reader: Client, home: Page, locale: Callable[[str], Locale], demo_page: Callable[..., Page]
) -> None:
    """Russian lists and pages of every kind are public; no other language's pages, lists or chains lead there."""
    russian_home = home.copy_for_translation(locale("ru"))
    russian_home.title = "Общий язык"
    russian_home.save_revision().publish()
    page = StandardPage(title="Только по-русски", slug="tolko", summary="Только.", locale=locale("ru"))
    russian_home.add_child(instance=page)
    for title in LISTS_AND_CARDS:
        version = demo_page(title).copy_for_translation(locale("ru"))
        version.title = f"Только по-русски: {title}"
        version.save_revision().publish()
    for code in ("uk", "be", "en", "pl", "ar", "pl-simple"):
        assert reader.get(f"/{code}/tolko/").status_code == 404
        shown = [page_address(demo_page(title)).replace("/pl/", f"/{code}/", 1) for title in LISTS_AND_CARDS]
        for address in (f"/{code}/", f"/{code}/search/?q=Только", *shown):
            main = BeautifulSoup(followed(reader, address)[0], "html.parser").main
            for notice in main.select(".notice--language"):  # offers the languages there are, by their names
                notice.decompose()
            assert main.select('[lang="ru"], [hreflang="ru"]') == [], address
            assert "Только по-русски" not in main.get_text(), address
    assert reader.get("/ru/tolko/").status_code == 200
    assert Shown(followed(reader, "/ru/kampanie/klasa-dialogu/")[0]).heading["lang"] == "pl"


@pytest.mark.parametrize(("code", "name"), [("uk", "польська"), ("ar", "البولندية"), ("en", "Polish")])
def test_the_notice_names_the_language_in_the_readers(
    reader: Client, demo_page: Callable[..., Page], code: str, name: str
) -> None:
    polish = page_address(demo_page(HATE_SYMBOL))
    text, _address = followed(reader, polish.replace("/pl/", f"/{code}/", 1))
    notice = BeautifulSoup(text, "html.parser").select_one(".notice--language p")
    assert notice is not None
    assert name in notice.get_text()
