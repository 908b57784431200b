"""Where something is used: known after every way of saving a page and its rows, looked up once for each."""

from collections.abc import Callable

import pytest
from wagtail.models import Page, ReferenceIndex

from resources.models import ResourceFile, ResourcePage
from site_core.media.models import SiteDocument

pytestmark = pytest.mark.django_db

LESSON = "Słowa, które ranią: hejt a mowa nienawiści"


@pytest.fixture
def lesson(demo_page: Callable[..., Page]) -> ResourcePage:
    """With seven files."""
    return demo_page(LESSON)


@pytest.fixture
def unused(lesson: ResourcePage) -> SiteDocument:
    """A file that no page offers so far."""
    document = SiteDocument.objects.exclude(pk__in=ResourceFile.objects.values("document")).first()
    assert document not in used_by(lesson)
    return document


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was looked through for references, each time."""
    found: list[object] = []
    usual = ReferenceIndex.create_or_update_for_object

    def noted(of: object) -> None:
        found.append(of)
        usual(of)

    monkeypatch.setattr(ReferenceIndex, "create_or_update_for_object", noted)
    return found


def used_by(page: Page) -> set[object]:
    documents = ReferenceIndex.get_references_for_object(page).filter(
        to_content_type__model=SiteDocument._meta.model_name
    )
    return set(SiteDocument.objects.filter(pk__in=[int(row.to_object_id) for row in documents]))


def offer(document: SiteDocument, page: ResourcePage) -> None:
    page.files.add(ResourceFile(document=document, language="pl", purpose=page.files.first().purpose))


def test_a_lesson_is_looked_through_the_same_number_of_times_with_seven_files_and_with_one(
    lesson: ResourcePage, looked_up: list[object]
) -> None:
    assert lesson.files.count() > 5
    lesson.save_revision().publish()
    with_all = len(looked_up)
    assert with_all <= 3
    lesson = ResourcePage.objects.get(pk=lesson.pk)
    lesson.files.set([lesson.files.first()])
    looked_up.clear()
    lesson.save_revision().publish()
    assert len(looked_up) == with_all


def test_a_file_that_is_published_with_its_lesson_is_used(lesson: ResourcePage, unused: SiteDocument) -> None:
    offer(unused, lesson)
    lesson.save_revision().publish()
    assert unused in used_by(lesson)


def test_a_file_that_is_taken_out_is_used_no_more(lesson: ResourcePage) -> None:
    gone = lesson.files.first().document
    lesson.files.set([row for row in lesson.files.all() if row.document_id != gone.pk])
    lesson.save_revision().publish()
    assert gone not in used_by(lesson)


def test_nor_is_the_only_one(lesson: ResourcePage) -> None:
    used = {row.document for row in lesson.files.all()}
    lesson.files.set([])
    lesson.save()
    assert not used & used_by(lesson)


def test_a_row_that_is_saved_by_itself_is_looked_up_with_its_page(
    lesson: ResourcePage, unused: SiteDocument
) -> None:
    ResourceFile.objects.create(page=lesson, document=unused, language="pl", purpose="teacher")
    assert unused in used_by(lesson)


def test_a_new_page_is_known_with_its_rows(lesson: ResourcePage, unused: SiteDocument) -> None:
    new = ResourcePage(title="Nowa lekcja", summary="O słowach.", resource_kind=lesson.resource_kind)
    new.files.add(ResourceFile(document=unused, language="pl", purpose="teacher"))
    lesson.get_parent().add_child(instance=new)
    assert unused in used_by(new)


def test_a_row_of_another_page_is_not_taken_for_one_of_the_page_that_is_being_saved(
    lesson: ResourcePage, unused: SiteDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when publishing a page changes another one."""
    other = ResourcePage.objects.live().filter(locale=lesson.locale).exclude(pk=lesson.pk).first()
    usual = ResourcePage.full_clean

    def full_clean(page: ResourcePage, *args: object, **kwargs: object) -> None:
        usual(page, *args, **kwargs)
        if page.pk == lesson.pk:
            ResourceFile.objects.create(page=other, document=unused, language="pl", purpose="teacher")

    monkeypatch.setattr(ResourcePage, "full_clean", full_clean)
    lesson.save()
    assert unused in used_by(other)
    assert unused not in used_by(lesson)
