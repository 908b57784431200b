"""
Every block and page type: translated, published and served in every language.

A type is born with its sample (`manage.py check` sees to that), so a block that loses text in translation fails here
on the day it is written.
"""

import json
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.core.checks import run_checks
from django.core.files.base import ContentFile
from django.test import Client
from django.utils.html import strip_tags
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from site_core import checks
from site_core.languages.addresses import page_address
from site_core.models import HomePage
from site_core.samples import block_samples, page_samples
from site_core.samples.registry import SampleObjects

pytestmark = pytest.mark.django_db

# Shown elsewhere than in the text of the page: in the head, in its address, or after a campaign's end.
NOT_IN_THE_TEXT = {"slug", "seo_title", "search_description", "social_text", "results", "summary"}


@pytest.fixture
def objects(home: HomePage) -> SampleObjects:
    image = get_image_model()(title="Próbka", file=get_test_image_file())
    image.save()
    document = get_document_model()(title="Próbka", file=ContentFile("próbka".encode(), name="probka.txt"))
    document.save()
    return SampleObjects(page_id=home.pk, document_id=document.pk, image_id=image.pk)


def whole_body(objects: SampleObjects) -> list[dict]:
    return [
        {"type": name, "value": sample(objects), "id": f"00000000-0000-4000-9000-{number:012d}"}
        for number, (name, sample) in enumerate(block_samples().items())
    ]


def publish_sample(model: type[Page], home: HomePage, objects: SampleObjects) -> Page:
    page = page_samples()[model](json.dumps(whole_body(objects)))
    page.title, page.slug, page.locale, page.live = f"Próbka {model.__name__}", "probka", home.locale, False
    if model is HomePage:
        page.slug = "home-probka"
        home.get_parent().add_child(instance=page)
    else:
        home.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def translate_everything(source: TranslationSource, locale: Locale) -> dict[str, str]:
    """Marks every string as translated; answers with what must be read on the page, by path."""
    expected = {}
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        path = segment.context.path
        data = (
            f"xx-{locale.language_code}"
            if path == "slug"
            else f"[{locale.language_code}] {segment.string.data}"
        )
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            defaults={"data": data, "translation_type": "manual"},
        )
        if path not in NOT_IN_THE_TEXT:
            expected[f"{path} {segment.order}"] = " ".join(unescape(strip_tags(data)).split())
    return expected


@pytest.mark.parametrize("code", ["en", "uk", "be", "ar"])
@pytest.mark.parametrize("model", page_samples(), ids=lambda model: model.__name__)
def test_a_sample_is_served_whole_in_a_translation(
    model: type[Page], code: str, home: HomePage, objects: SampleObjects, reader: Client
) -> None:
    page = publish_sample(model, home, objects)
    locale = Locale.objects.get(language_code=code)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.create(source=source, target_locale=locale)
    expected = translate_everything(source, locale)
    user = get_user_model().objects.filter(is_superuser=True).first()
    target, _created = source.create_or_update_translation(locale, user=user, publish=False)
    target.get_latest_revision().publish()
    if model is HomePage:
        HomePage.objects.filter(locale=locale).exclude(pk=target.pk).update(live=False)
    answer = reader.get(page_address(Page.objects.select_related("locale").get(pk=target.pk)))
    assert answer.status_code == 200
    text = " ".join(unescape(strip_tags(answer.content.decode())).split())
    html = unescape(answer.content.decode())
    lost = {path: words for path, words in expected.items() if words not in text and words not in html}
    assert lost == {}


@pytest.mark.parametrize("model", page_samples(), ids=lambda model: model.__name__)
def test_a_new_translation_is_never_live_by_itself(
    model: type[Page], home: HomePage, objects: SampleObjects, reader: Client
) -> None:
    """The trap of stock wagtail-localize: a live source made its untranslated copy live at once."""
    page = publish_sample(model, home, objects)
    locale = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale)
    translation.save_target(publish=False)
    target = page.get_translation(locale)
    assert not target.live
    shown = reader.get(page_address(target), follow=True).content.decode()
    assert "notice--language" in shown or model is HomePage, "the Polish page, said to be Polish"


def test_easy_language_is_a_page_of_its_own_and_served(
    home: HomePage, objects: SampleObjects, reader: Client
) -> None:
    for model in page_samples():
        if model is not HomePage:
            page = publish_sample(model, home, objects)
            own = page.copy_for_translation(Locale.objects.get(language_code="pl-simple")).specific
            for relation in model.shared_child_relations:
                assert getattr(own, relation).count() == 0
            own.save_revision().publish()
            address = page_address(Page.objects.select_related("locale").get(pk=own.pk))
            answer = reader.get(address)
            assert answer.status_code == 200, model
            assert '<html lang="pl-simple" dir="ltr"' in answer.content.decode()
            own.delete()
            page.delete()


def test_a_type_without_a_sample_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_checks() == []
    monkeypatch.setattr(checks, "block_samples", dict)
    monkeypatch.setattr(checks, "page_samples", dict)
    found = {error.id for error in run_checks()}
    assert {"site_core.E001", "site_core.E002"} <= found


def test_a_text_without_a_rule_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [rule for rule in HomePage.translatable_fields if rule.field_name != "lead"]
    monkeypatch.setattr(HomePage, "translatable_fields", rules)
    assert [error.id for error in run_checks()] == ["site_core.E004"]
