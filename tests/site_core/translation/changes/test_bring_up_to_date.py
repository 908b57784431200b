"""Bringing translations up to date says first what it will do; what translators made stays, and what is public."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)

from site_core.models import SiteDocument, SiteImage
from site_core.translation.changes.preview import Effect
from tests.organisations import actions
from tests.site_core.translation.changes.changing import (
    add_quote,
    change,
    change_body,
    rewrite,
    rich_text,
    set_summary,
)
from tests.site_core.translation.sources import Raw, first, translate_the_rest

pytestmark = pytest.mark.django_db

WEBSITE = "https://przyklad.krakow.pl/uk"


def address(translation: Translation) -> str:
    return reverse("wagtail_localize:update_translations", args=[translation.source_id])


def effect(client: Client, translation: Translation) -> Effect:
    """As it is told of Ukrainian."""
    answer = client.get(address(translation), headers={"accept-language": "en"})
    assert answer.status_code == 200
    return next(one for one in answer.context["effects"] if one.language.code == "uk")


def override(client: Client, translation: Translation, ending: str, value: object) -> SegmentOverride:
    """As the translation editor replaces a value of the source; it sends every value as a form does."""
    segments = translation.source.overridablesegment_set.filter(context__path__endswith=ending)
    segment = segments.order_by("order")[0]
    url = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
    client.put(url, f"value={value}", content_type="application/x-www-form-urlencoded")
    return SegmentOverride.objects.get(context=segment.context, locale=translation.target_locale)


@pytest.fixture
def replaced(editor: Client, ukrainian: Translation) -> dict[str, SegmentOverride]:
    """For Ukrainian readers another poster, another file and another website."""
    poster = SiteImage.objects.create(title="Плакат", file=get_test_image_file(filename="uk.png"))
    file = SiteDocument.objects.create(title="Файл", file=SimpleUploadedFile("uk.txt", b"x"))
    return {
        "image": override(editor, ukrainian, ".image.image", poster.pk),
        "website": override(editor, ukrainian, ".website", WEBSITE),
        "document": override(editor, ukrainian, ".document", file.pk),
    }


@pytest.mark.slow
def test_it_tells_language_by_language_what_will_happen(editor: Client, ukrainian: Translation) -> None:
    def apply(raw: Raw) -> None:
        rewrite(raw)
        add_quote(raw)
        raw[:] = [block for block in raw if block["type"] != "glossary_term"]

    every = StringSegment.objects.filter(source=ukrainian.source).exclude(context__path="slug").count()
    change_body(apply)
    found = effect(editor, ukrainian)
    assert (len(found.changed), len(found.new), len(found.gone)) == (1, 1, 2)
    assert found.kept == every - 3
    page = editor.get(address(ukrainian), headers={"accept-language": "en"}).content.decode()
    for sentence in (
        "1 text changed",
        "1 new text",
        "2 texts that the source has no more",
        "What is published stays",
    ):
        assert sentence in page
    codes = [one.language.code for one in editor.get(address(ukrainian)).context["effects"]]
    assert codes == sorted(
        Translation.objects.filter(source=ukrainian.source).values_list(
            "target_locale__language_code", flat=True
        )
    )


@pytest.mark.slow
def test_a_translator_finds_their_own_language_first(translator: Client, ukrainian: Translation) -> None:
    change_body(rewrite)
    assert translator.get(address(ukrainian)).context["effects"][0].language.code == "uk"


@pytest.mark.slow
def test_looking_changes_nothing(editor: Client, ukrainian: Translation) -> None:
    change_body(rewrite)
    before = list(StringSegment.objects.order_by("pk").values())
    with CaptureQueriesContext(connection) as captured:
        editor.get(address(ukrainian))
    written = [query["sql"] for query in captured if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert written == []
    assert list(StringSegment.objects.order_by("pk").values()) == before


@pytest.mark.slow
def test_what_was_replaced_for_a_language_is_named_and_stays(
    editor: Client,
    ukrainian: Translation,
    replaced: dict[str, SegmentOverride],
    django_capture_on_commit_callbacks: Callable,
) -> None:
    def apply(raw: Raw) -> None:
        rewrite(raw)
        first(raw, "contact_card")["value"]["website"] = "https://inny.krakow.pl"
        first(raw, "figure")["value"]["image"]["image"] = SiteImage.objects.create(
            title="Nowy plakat", file=get_test_image_file(filename="pl.png")
        ).pk

    change_body(apply)
    found = effect(editor, ukrainian)
    assert len(found.overrides) == 3
    assert found.overrides_gone == []
    assert "Place to turn to · Website" in found.overrides
    public = actions.campaign("uk").last_published_at
    texts = StringTranslation.objects.filter(locale=ukrainian.target_locale)
    before = list(texts.order_by("pk").values())

    editor.post(address(ukrainian))

    assert list(texts.order_by("pk").values()) == before
    for name, row in replaced.items():
        kept = SegmentOverride.objects.get(pk=row.pk)
        assert kept.data_json == row.data_json, name
    assert actions.campaign("uk").last_published_at == public

    change_everything_into_ukrainian(ukrainian)
    with django_capture_on_commit_callbacks(execute=True):
        ukrainian.save_target(publish=True)
    raw = list(actions.campaign("uk").body.raw_data)
    assert first(raw, "contact_card")["value"]["website"] == WEBSITE
    assert str(first(raw, "figure")["value"]["image"]["image"]) == replaced["image"].data
    files = first(raw, "file_list")["value"]["files"]
    assert str(files[0]["value"]["document"]) == replaced["document"].data


def change_everything_into_ukrainian(translation: Translation) -> None:
    translation.refresh_from_db()
    translate_the_rest(translation.source, translation.target_locale, lambda text: "Переклад")


@pytest.mark.slow
def test_what_was_replaced_in_a_block_that_is_gone_is_said_to_go(
    editor: Client, ukrainian: Translation, replaced: dict[str, SegmentOverride]
) -> None:
    change_body(lambda raw: raw.remove(first(raw, "contact_card")))
    found = effect(editor, ukrainian)
    assert (len(found.overrides), len(found.overrides_gone)) == (2, 1)


@pytest.mark.slow
def test_thirty_texts_are_told_in_as_many_queries_as_one(editor: Client, ukrainian: Translation) -> None:
    def asked() -> int:
        editor.get(address(ukrainian))
        with CaptureQueriesContext(connection) as captured:
            editor.get(address(ukrainian))
        return len(captured)

    def apply(raw: Raw) -> None:
        rich_text(raw)["value"] += "".join(f"<p>Akapit numer {number}.</p>" for number in range(30))

    change_body(rewrite)
    one = asked()
    change_body(apply)
    assert len(effect(editor, ukrainian).new) == 30
    assert asked() == one


def test_words_of_the_vocabulary_are_brought_up_to_date_in_the_same_way(editor: Client) -> None:
    topic = Translation.objects.get(source__object_repr="Szkoła", target_locale__language_code="uk")
    word = topic.source.get_source_instance()
    word.name = "Szkoły"
    word.save()
    found = effect(editor, topic)
    assert [(row.before, row.now) for row in found.changed] == [("Szkoła", "Szkoły")]
    editor.post(address(topic))
    assert StringSegment.objects.filter(source=topic.source, string__data="Szkoły").exists()


@pytest.mark.slow
def test_from_the_editor_one_is_led_to_what_will_happen(translator: Client, ukrainian: Translation) -> None:
    change(set_summary("Nowe streszczenie."))
    edit = reverse("wagtailadmin_pages:edit", args=[actions.campaign("uk").pk])
    page = translator.get(edit).content.decode()
    assert f'href="{address(ukrainian)}?next={edit}"' in page
    assert f'action="{address(ukrainian)}"' not in page
