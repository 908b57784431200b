"""
Every block and page type: translated, published and served in every language that the site knows.

A type is born with its sample (`manage.py check` sees to that), so a block that loses text in translation fails here
on the day it is written.
"""

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.blocks import Block
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from site_core import checks
from site_core.blocks.media import FigureBlock, FileListBlock, VideoBlock
from site_core.languages.addresses import page_address
from site_core.models import HomePage
from site_core.samples import page_samples
from site_core.samples.registry import SampleObjects
from tests.languages.sample_pages import (
    lost_on,
    publish_sample,
    publish_translation,
    whole_body,
    write_in_easy_language,
)
from tests.not_indexed import not_indexed

pytestmark = pytest.mark.django_db

EASY = "pl-simple"
TRANSLATED = [code for code, _name in settings.LANGUAGES if code not in (settings.LANGUAGE_CODE, EASY)]


@pytest.fixture
def objects(home: HomePage) -> SampleObjects:
    image = get_image_model()(title="Próbka", file=get_test_image_file())
    image.save()
    document = get_document_model()(title="Próbka", file=ContentFile("próbka".encode(), name="probka.txt"))
    document.save()
    return SampleObjects(page_id=home.pk, document_id=document.pk, image_id=image.pk)


@pytest.fixture
def sample_page(model: type[Page], home: HomePage, objects: SampleObjects) -> Page:
    """A published page of the type, with every block."""
    return publish_sample(model, home, whole_body(objects))


@pytest.fixture
def locales(model: type[Page], home: HomePage) -> dict[str, Locale]:
    """All languages by code, each with a published home page to put a page below."""
    found = {locale.language_code: locale for locale in Locale.objects.all()}
    there = set(HomePage.objects.values_list("locale__language_code", flat=True))
    for code in [] if model is HomePage else set(found) - there:
        with not_indexed():
            own = home.copy_for_translation(found[code])
            own.slug = f"home-{code}"
            own.save_revision().publish()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("model", page_samples(), ids=lambda model: model.__name__)
def test_a_sample_is_served_whole_in_every_translation(
    model: type[Page],
    sample_page: Page,
    locales: dict[str, Locale],
    reader: Client,
) -> None:
    source, _created = TranslationSource.update_or_create_from_instance(sample_page)
    lost = {}
    for code in TRANSLATED:
        expected, target = publish_translation(source, locales[code])
        if model is HomePage:
            HomePage.objects.filter(locale=target.locale).exclude(pk=target.pk).update(live=False)
        answer = reader.get(page_address(target))
        lost[code] = lost_on(answer, expected)
        assert f'<html lang="{code}" ' in answer.content.decode()
    assert lost == {code: {} for code in TRANSLATED}


@pytest.mark.parametrize("model", page_samples(), ids=lambda model: model.__name__)
def test_a_new_translation_is_never_live_by_itself(model: type[Page], home: HomePage, reader: Client) -> None:
    """The trap of stock wagtail-localize: a live source made its untranslated copy live at once."""
    page, locale = publish_sample(model, home, body=[]), Locale.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale)
    translation.save_target(publish=False)
    target = page.get_translation(locale)
    assert not target.live
    shown = reader.get(page_address(target), follow=True).content.decode()
    assert "notice--language" in shown or model is HomePage, "the Polish page, said to be Polish"


@pytest.mark.parametrize("model", page_samples(), ids=lambda model: model.__name__)
def test_easy_language_is_a_page_of_its_own_and_served_whole(
    model: type[Page], sample_page: Page, reader: Client
) -> None:
    own = sample_page.copy_for_translation(Locale.objects.get(language_code=EASY)).specific
    for relation in model.shared_child_relations:
        assert getattr(own, relation).count() == 0
    expected = write_in_easy_language(sample_page, own)
    own.save_revision().publish()
    own = Page.objects.select_related("locale").get(pk=own.pk)
    if model is HomePage:
        HomePage.objects.filter(locale=own.locale).exclude(pk=own.pk).update(live=False)
    answer = reader.get(page_address(own))
    assert lost_on(answer, expected) == {}
    assert '<html lang="pl-simple" dir="ltr"' in answer.content.decode()


def test_a_type_without_a_sample_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_checks() == []
    monkeypatch.setattr(checks, "block_samples", dict)
    monkeypatch.setattr(checks, "page_samples", dict)
    found = {error.id for error in run_checks()}
    assert {"site_core.E001", "site_core.E002"} <= found


@pytest.mark.parametrize("kind", [FigureBlock, FileListBlock, VideoBlock])
def test_a_block_that_is_made_once_and_chooses_something_fails_the_check(
    kind: type[Block], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kind._meta_class, "of_words", True, raising=False)
    assert [error.id for error in run_checks()] == ["site_core.E006"]


def test_a_text_without_a_rule_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [rule for rule in HomePage.translatable_fields if rule.field_name != "lead"]
    monkeypatch.setattr(HomePage, "translatable_fields", rules)
    assert [error.id for error in run_checks()] == ["site_core.E004"]
