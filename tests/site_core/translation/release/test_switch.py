"""A language is public only when somebody switches it on, who has seen what is missing."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry, PageViewRestriction
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from site_core.models import HomePage, StandardPage
from site_core.translation.release.overview import languages
from tests.not_indexed import not_indexed

pytestmark = pytest.mark.django_db


def person(name: str) -> AbstractUser:
    return get_user_model().objects.get(username=name)


LANGUAGES, SWITCH = "site_languages", "site_language_switch"


@pytest.fixture
def spanish(home: HomePage, locale: Callable[[str], Locale]) -> HomePage:
    """The home page of a language that is not on, as its translation leaves it: a draft with a published page below."""
    page = home.copy_for_translation(locale("es"))
    page.slug, page.title = "home-es", "Lengua común"
    page.save_revision()
    below = StandardPage(title="Ayuda", slug="ayuda", summary="Ayuda.", locale=page.locale, live=True)
    Page.objects.get(pk=page.pk).add_child(instance=below)
    return HomePage.objects.get(pk=page.pk)


def turn(client: Client, code: str, to: str) -> int:
    return client.post(reverse(SWITCH, args=[code]), {"switch": to}).status_code


@pytest.mark.slow
def test_switched_on_its_pages_are_read_and_switched_off_they_are_not(
    signed_in: Callable[[str], Client], reader: Client, spanish: HomePage
) -> None:
    editor = signed_in("editor")
    assert [reader.get(address).status_code for address in ("/es/", "/es/ayuda/")] == [404, 404]
    turn(editor, "es", "on")
    assert "Lengua común" in reader.get("/es/").content.decode()
    assert reader.get("/es/ayuda/").status_code == 200
    assert 'href="/es/"' in reader.get("/pl/").content.decode(), "the switcher knows it"
    turn(editor, "es", "off")
    assert [reader.get(address).status_code for address in ("/es/", "/es/ayuda/")] == [404, 404]
    assert 'href="/es/"' not in reader.get("/pl/").content.decode()
    turn(editor, "es", "on")
    assert reader.get("/es/ayuda/").status_code == 200, "all of it is there as before"
    done = PageLogEntry.objects.filter(page=spanish.pk, action__startswith="site_core.language")
    assert [entry.action.rsplit("_", 1)[1] for entry in done.order_by("pk")] == ["on", "off", "on"]
    assert {entry.user.username for entry in done} == {"editor"}


def test_what_is_missing_stands_before_the_button(
    signed_in: Callable[[str], Client], spanish: HomePage
) -> None:
    text = (
        signed_in("editor")
        .get(reverse(SWITCH, args=["es"]), headers={"accept-language": "en"})
        .content.decode()
    )
    missing = text.index("core pages are not there yet")
    assert missing < text.index("Kampanie: missing") < text.index("Yes, make it public")
    assert "Readers see them in: English" in text


@pytest.mark.slow
def test_no_other_way_of_publishing_opens_a_language(
    signed_in: Callable[[str], Client], reader: Client, spanish: HomePage
) -> None:
    editor = signed_in("editor")
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[spanish.pk])).content.decode()
    assert "action-publish" not in form
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor.post(f"{bulk}?id={spanish.pk}", {"include_descendants": "on"})
    editor.post(
        reverse("wagtailadmin_pages:edit", args=[spanish.pk]),
        {
            "title": "Lengua",
            "slug": "home-es",
            "summary": "s",
            "lead": "",
            "body-count": "0",
            "action-publish": "1",
        },
    )
    api = reverse("wagtailadmin_api:pages:action", args=[spanish.pk, "publish"])
    assert editor.post(api).status_code in (403, 404)
    assert not HomePage.objects.get(pk=spanish.pk).live
    assert reader.get("/es/").status_code == 404


def test_a_language_that_is_on_is_changed_like_any_page_and_closed_only_by_the_switch(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page]
) -> None:
    english = HomePage.objects.get(locale__language_code="en")
    assert english.permissions_for_user(person("editor")).can_publish()
    signed_in("editor").post(reverse("wagtailadmin_pages:unpublish", args=[english.pk]))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    signed_in("editor").post(f"{bulk}?id={english.pk}")
    assert HomePage.objects.get(pk=english.pk).live


@pytest.mark.parametrize("name", ["translator-uk", "ngo-author", "ngo-coordinator", "viewer"])
def test_who_publishes_no_language_has_no_switch(
    signed_in: Callable[[str], Client], spanish: HomePage, name: str
) -> None:
    client = signed_in(name)
    for code in ("es", "uk"):
        client.post(reverse(SWITCH, args=[code]), {"switch": "on"})
        client.post(reverse(SWITCH, args=[code]), {"switch": "off"})
    assert client.get(reverse(LANGUAGES)).status_code in (302, 403)
    assert not HomePage.objects.get(pk=spanish.pk).live
    assert HomePage.objects.get(locale__language_code="uk").live
    assert reverse(LANGUAGES) not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("code", ["pl", "vi", "xx", "..", "x" * 5000])
def test_there_is_no_switch_for_polish_nor_for_what_has_no_home_page(
    signed_in: Callable[[str], Client], code: str
) -> None:
    client = signed_in("editor")
    address = reverse(LANGUAGES) + f"{code}/"
    assert client.get(address).status_code == 404
    assert client.post(address, {"switch": "off"}).status_code == 404
    assert HomePage.objects.get(locale__language_code="pl").live


@pytest.mark.parametrize("wanted", ["", "on", "sideways", "\x00"])
def test_only_what_was_asked_is_done(signed_in: Callable[[str], Client], wanted: str) -> None:
    entries = PageLogEntry.objects.count()
    assert turn(signed_in("editor"), "uk", wanted) == 302
    assert HomePage.objects.get(locale__language_code="uk").live
    assert PageLogEntry.objects.count() == entries


def test_text_by_a_machine_that_nobody_has_read_opens_no_language(
    signed_in: Callable[[str], Client], reader: Client, spanish: HomePage
) -> None:
    source, _made = TranslationSource.update_or_create_from_instance(
        HomePage.objects.get(locale__language_code="pl")
    )
    Translation.objects.create(source=source, target_locale=spanish.locale)
    segment = StringSegment.objects.filter(source=source).first()
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=spanish.locale,
        data="Lengua",
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    )
    answer = signed_in("editor").post(
        reverse(SWITCH, args=["es"]), {"switch": "on"}, follow=True, headers={"accept-language": "en"}
    )
    assert "Not published: 1 passage was translated by machine" in answer.content.decode()
    assert reader.get("/es/").status_code == 404
    assert not PageLogEntry.objects.filter(page=spanish.pk, action__startswith="site_core.language").exists()


def test_a_new_language_begins_with_its_home_page(signed_in: Callable[[str], Client]) -> None:
    text = signed_in("editor").get(reverse(LANGUAGES)).content.decode()
    begin = next(one.begin_url for one in languages(person("editor")) if one.language.code == "vi")
    assert f'href="{begin}"' in text
    form = signed_in("editor").get(begin)
    assert [one.language_code for one in form.context["form"].initial["locales"]] == ["vi"]


def test_the_list_asks_the_same_with_more_pages_and_languages(spanish: HomePage) -> None:
    user = person("editor")

    def queries() -> int:
        languages(user)
        with CaptureQueriesContext(connection) as captured:
            found = {one.language.code: one for one in languages(user)}
        assert [found[code].is_public for code in ("uk", "es", "vi")] == [True, False, False]
        return len(captured)

    few = queries()
    with not_indexed():
        for number in range(10):
            page = StandardPage(
                title=f"{number}", slug=f"s-{number}", summary="s", locale=spanish.locale, live=True
            )
            Page.objects.get(pk=spanish.pk).add_child(instance=page)
    assert queries() == few


@pytest.fixture
def begun(signed_in: Callable[[str], Client], home: HomePage, locale: Callable[[str], Locale]) -> HomePage:
    """The Spanish home page as an editor begins its translation: a draft with Polish words in it."""
    one = next(one for one in languages(person("editor")) if one.language.code == "es")
    signed_in("editor").post(one.begin_url, {"locales": [locale("es").pk]})
    return HomePage.objects.get(locale__language_code="es")


def translate_all(home: HomePage, words: str) -> None:
    translation = Translation.objects.get(target_locale=home.locale, source__object_id=home.translation_key)
    for segment in StringSegment.objects.filter(source=translation.source).select_related(
        "string", "context"
    ):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=home.locale,
            defaults={"data": segment.string.data.replace(segment.string.data, words)},
        )


@pytest.mark.slow
def test_what_is_published_is_what_was_translated(
    signed_in: Callable[[str], Client], reader: Client, begun: HomePage
) -> None:
    """wagtail-localize writes passages, and the page only when it is published: its draft still has the Polish."""
    english = {"accept-language": "en"}
    editor = signed_in("editor")
    answer = editor.post(reverse(SWITCH, args=["es"]), {"switch": "on"}, follow=True, headers=english)
    assert "not translated yet" in answer.content.decode()
    assert reader.get("/es/").status_code == 404
    translate_all(begun, "Lengua")
    told = editor.get(reverse("wagtailadmin_pages:edit", args=[begun.pk]), headers=english).content.decode()
    assert reverse(SWITCH, args=["es"]) in told, "the way to the switch stands where it is finished"
    before = editor.get(reverse(SWITCH, args=["es"]), headers=english).content.decode()
    assert "Strona główna: ready" in before or ": ready" in before
    turn(editor, "es", "on")
    shown = reader.get("/es/").content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    assert "Lengua" in shown
    assert HomePage.objects.get(locale__language_code="pl").lead not in shown


@pytest.mark.slow
def test_no_day_turns_the_switch(signed_in: Callable[[str], Client], spanish: HomePage) -> None:
    spanish.go_live_at = timezone.now() + timedelta(days=3)
    spanish.expire_at = timezone.now() + timedelta(days=4)
    spanish.save_revision()
    turn(signed_in("editor"), "es", "on")
    home = HomePage.objects.get(pk=spanish.pk)
    assert (home.live, home.go_live_at, home.expire_at) == (True, None, None)
    form = signed_in("editor").get(reverse("wagtailadmin_pages:edit", args=[spanish.pk])).content.decode()
    assert "go_live_at" not in form


def test_a_home_page_that_only_some_may_see_is_not_called_public(home: HomePage) -> None:
    english = HomePage.objects.get(locale__language_code="en")
    PageViewRestriction.objects.create(page=english, restriction_type="login")
    found = {one.language.code: one.is_public for one in languages(person("editor"))}
    assert (found["en"], found["uk"]) == (False, True)
