"""What a file says leads to the pages that offer it, as long as everybody may have it there."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from wagtail.models import Collection, CollectionViewRestriction, Page

from resources.models import ResourceFile
from site_core.models import DocumentText, SearchEntry, SearchEntryFile, SearchWord, SiteDocument
from site_core.search import indexing
from site_core.search.index.file_words import MOST_WORDS_OF_A_FILE, MOST_WORDS_OF_FILES, FileWords, room_for
from site_core.search.indexing import index_page
from site_core.translation.withdrawing.files import Files
from site_core.translation.withdrawing.withholding import release, withhold
from tests.site_core.search.file_texts import written
from tests.site_core.search.test_indexing import TITLE, found, keys_written

pytestmark = pytest.mark.django_db

Committed = Callable[[], AbstractContextManager[Any]]
Offer = Callable[..., SiteDocument]


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Callable[..., Any]) -> Committed:
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    return demo_page(TITLE)


@pytest.fixture
def offer(polish: Page, committed: Committed) -> Iterator[Offer]:
    """`offer("Kalarepa rośnie")`: a file with these words, stored and listed on the page."""

    def offered(*words: str, name: str = "scenariusz.odt", language: str = "pl", data: bytes = b"") -> Any:
        with committed():
            file = ContentFile(data or written.odt(*words), name=name)
            document = SiteDocument.objects.create(title="Scenariusz zajęć", file=file)
            listed = {"document": document, "label": "Scenariusz zajęć", "language": language}
            polish.body.append(("file_list", {"heading": "Pliki", "files": [listed]}))
            polish.save_revision().publish()
        return document

    return offered


def indexed(page: Page) -> tuple[Any, ...]:
    entry = SearchEntry.objects.get(page=page)
    files = SearchEntryFile.objects.filter(entry=entry).order_by("position")
    return keys_written(entry), [*files.values_list("document", "file_hash", "name", "places")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("karta.odt", written.odt("Kalarepa na grządce")),
        ("karta.docx", written.docx("Kalarepa na grządce")),
        ("karta.pdf", written.pdf("Kalarepa na grzadce")),
    ],
)
def test_a_page_is_found_by_what_its_file_says(polish: Page, offer: Offer, name: str, data: bytes) -> None:
    assert found("kalarepy") == []
    offer(name=name, data=data)
    assert found("kalarepy") == [polish.pk]
    assert found('"kalarepa na grzadce"') == [polish.pk]


@pytest.mark.slow
def test_what_a_page_says_itself_counts_more(
    polish: Page, offer: Offer, demo_page: Callable[..., Page], committed: Committed
) -> None:
    offer("Kalarepa na grządce")
    other = demo_page("Sąsiedzki stół")
    other.body.append(("rich_text", "<p>Kalarepa na stole.</p>"))
    with committed():
        other.save_revision().publish()
    assert found("kalarepa") == [other.pk, polish.pk]


@pytest.mark.slow
def test_a_remembered_sentence_leads_to_the_file_it_stands_in(polish: Page, offer: Offer) -> None:
    """All of its words stand on many pages."""
    sentence = "każda grupa mówi klasie jednym zdaniem, o co chodzi w programie"
    assert found(sentence)[0] != polish.pk
    offer(f"A potem {sentence}. I tak dalej.")
    assert found(sentence)[0] == polish.pk


def test_words_are_analysed_in_the_language_of_the_file(polish: Page, offer: Offer) -> None:
    offer("На грядці росте капуста", language="uk")
    assert found("капустою") == [polish.pk]


def test_each_word_of_a_bilingual_file_is_analysed_in_its_own() -> None:
    words = {word.spelling: word for word in FileWords("Kapustą капустою", ("uk", "pl")).words}
    assert (words["kapustą"].language, words["капустою"].language) == ("pl", "uk")
    assert "0kapusta" in words["kapustą"].keys
    assert "0капуста" in words["капустою"].keys


@pytest.mark.slow
def test_a_file_that_is_only_linked_counts_too(polish: Page, offer: Offer, committed: Committed) -> None:
    document = offer("Kalarepa na grządce")
    polish.body.pop()
    polish.body.append(("rich_text", f'<p><a linktype="document" id="{document.pk}">Scenariusz</a></p>'))
    with committed():
        polish.save_revision().publish()
    assert found("kalarepa") == [polish.pk]


def test_a_harmful_example_offers_nothing(polish: Page, offer: Offer, committed: Committed) -> None:
    from site_core.offered_files import files_offered_in

    link = '<a linktype="document" id="1">a</a>'
    assert [*files_offered_in([{"type": "harmful_example", "value": {"example": link}}], "pl")] == []
    assert [
        file.document_id for file in files_offered_in([{"type": "quote", "value": {"a": link}}], "pl")
    ] == [1]


@pytest.mark.slow
def test_another_file_in_its_place_is_found_by_what_it_says(
    polish: Page, offer: Offer, committed: Committed
) -> None:
    document = offer("Kalarepa na grządce")
    with committed():
        document.file = ContentFile(written.odt("Rzodkiewka w skrzynce"), name="scenariusz.odt")
        document.save()
    assert found("kalarepa") == []
    assert found("rzodkiewki") == [polish.pk]


@pytest.mark.slow
def test_what_the_page_offers_no_more_is_not_found(polish: Page, offer: Offer, committed: Committed) -> None:
    offer("Kalarepa na grządce")
    polish.body.pop()
    with committed():
        polish.save_revision().publish()
    assert found("kalarepa") == []
    assert not SearchEntryFile.objects.filter(entry__page=polish, name="Scenariusz zajęć").exists()


@pytest.mark.slow
def test_a_draft_offers_nothing(polish: Page, offer: Offer, committed: Committed) -> None:
    document = offer("Kalarepa na grządce")
    polish.body.pop()
    with committed():
        polish.save_revision().publish()
        polish.body.append(
            ("file_list", {"heading": "P", "files": [{"document": document, "label": "S", "language": "pl"}]})
        )
        polish.save_revision()
        document.save()
    assert found("kalarepa") == []


@pytest.mark.slow
def test_a_withdrawn_file_is_not_found_until_it_is_released(
    polish: Page, offer: Offer, committed: Committed
) -> None:
    document = offer("Kalarepa na grządce")
    with committed():
        withhold(Files(going=[document]), uuid4())
    assert found("kalarepa") == []
    with committed():
        release([document])
    assert found("kalarepa") == [polish.pk]


@pytest.mark.slow
def test_a_file_for_some_people_is_not_found_until_everybody_may_have_it(
    polish: Page, offer: Offer, committed: Committed
) -> None:
    above = Collection.get_first_root_node().add_child(name="Dla swoich")
    document = offer("Kalarepa na grządce")
    with committed():
        document.collection = above.add_child(name="Jeszcze niżej")
        document.save()
    assert found("kalarepa") == [polish.pk]
    login = CollectionViewRestriction.LOGIN
    with committed():
        restriction = CollectionViewRestriction.objects.create(collection=above, restriction_type=login)
    assert found("kalarepa") == []
    with committed():
        restriction.delete()
    assert found("kalarepa") == [polish.pk]


@pytest.mark.slow
def test_a_deleted_file_is_not_found(polish: Page, offer: Offer, committed: Committed) -> None:
    document = offer("Kalarepa na grządce")
    with committed():
        document.delete()
    assert found("kalarepa") == []
    assert not DocumentText.objects.filter(text__contains="Kalarepa").exists()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["karta.odt", "karta.pdf"])
def test_a_file_without_a_text_is_told_of_once(
    polish: Page, offer: Offer, name: str, committed: Committed, caplog: pytest.LogCaptureFixture
) -> None:
    whole = {"karta.odt": written.odt("Kalarepa"), "karta.pdf": written.pdf("Kalarepa")}[name]
    document = offer(name=name, data=whole)
    document.file.storage.delete(document.file.name)
    document.file.storage.save(document.file.name, ContentFile(whole[:200]))
    DocumentText.objects.filter(document=document).delete()
    for _time in range(2):
        with committed():
            document.save()
    told = [record.getMessage() for record in caplog.records if "has no text" in record.getMessage()]
    assert len(told) == 1
    assert f"Document {document.pk} " in told[0]
    assert found("kalarepa") == []
    assert index_page(polish.pk) is False


@pytest.mark.slow
def test_a_file_that_is_not_there_is_read_when_it_is_back(
    polish: Page, offer: Offer, committed: Committed
) -> None:
    document = offer("Kalarepa na grządce")
    DocumentText.objects.filter(document=document).delete()
    document.file.storage.delete(name := document.file.name)
    with committed():
        document.save()
    assert found("kalarepa") == []
    document.file.storage.save(name, ContentFile(written.odt("Kalarepa na grządce")))
    call_command("index_search", stdout=StringIO())
    assert found("kalarepa") == [polish.pk]


@pytest.mark.slow
def test_drift_of_files_is_noticed_and_mended(polish: Page, offer: Offer) -> None:
    document = offer("Kalarepa na grządce")
    call_command("index_search", stdout=StringIO())
    call_command("index_search", "--check", stdout=StringIO())
    DocumentText.objects.filter(document=document).update(edition="another")
    with pytest.raises(CommandError, match="1 files"):
        call_command("index_search", "--check", stdout=StringIO())
    call_command("index_search", stdout=StringIO())
    call_command("index_search", "--check", stdout=StringIO())
    SiteDocument.objects.filter(pk=document.pk).update(withheld_by=uuid4())
    with pytest.raises(CommandError, match="1 entries"):
        call_command("index_search", "--check", stdout=StringIO())


@pytest.mark.slow
def test_hostile_words_are_words(polish: Page, offer: Offer) -> None:
    offer("Kalarepa \u202e\u200f' \" ) OR NEAR(a b) <-> :* % \\ {title} : ^ -- 'x':1A", "a" * 10_000)
    assert found("kalarepa") == [polish.pk]
    for asked in ('"kalarepa or near"', "kalarepa NEAR(a b)", "kalarepa':1A", "a" * 10_000, "\0kalarepa %"):
        found(asked)


@pytest.mark.slow
def test_a_long_file_is_found_by_its_beginning_and_leaves_room_for_others(polish: Page, offer: Offer) -> None:
    before = SearchWord.objects.count()
    long = [f"słowo{number:05d}x" for number in range(MOST_WORDS_OF_A_FILE + 500)]
    for number in range(3):
        offer(" ".join(long), "Żyrafa na końcu", name=f"raport{number}.odt")
    offer("Kalarepa na grządce")
    assert found(long[0]) == [polish.pk]
    assert found("żyrafa") == []
    assert found("kalarepa") == [polish.pk]
    assert SearchWord.objects.count() - before <= MOST_WORDS_OF_A_FILE + 10
    words = SearchEntryFile.objects.filter(entry__page=polish).values_list("places", flat=True)
    assert sum(len(places) for places in words) <= 3 * MOST_WORDS_OF_FILES


def test_long_files_make_room_for_one_another_and_short_ones_are_taken_whole() -> None:
    assert room_for([100, 9_000, 9_000], 0) == [100, 3_950, 3_950]
    assert room_for([10, 20], 0) == [10, 20]
    assert room_for([500, 500], 15_900) == [50, 50]
    assert room_for([], 0) == []


@pytest.mark.slow
def test_a_resource_is_found_in_its_readers_language_by_a_file_in_another(
    demo_page: Callable[..., Page], committed: Committed
) -> None:
    title = "Świadek nie jest bezradny"
    polish, english = demo_page(title), demo_page(title, "en")
    with committed():
        file = ContentFile(written.odt("Kalarepa na grządce"), name="karta.odt")
        document = SiteDocument.objects.create(title="Karta", file=file)
        polish.files.add(ResourceFile(document=document, language="pl", purpose=polish.files.first().purpose))
        polish.save_revision().publish()
    assert found("kalarepa", "en", "pl") == [english.pk]
    with committed():
        polish.files.remove(polish.files.get(document=document))
        polish.save_revision().publish()
    assert found("kalarepa", "en", "pl") == []


def test_files_of_a_resource_are_taken_in_by_the_version_in_their_language_and_the_polish_one(
    demo_page: Callable[..., Page],
) -> None:
    title = "Pięć bezpiecznych sposobów reagowania"
    for code in ("pl", "en"):
        index_page(demo_page(title, code).pk)

    def languages(code: str) -> set[str]:
        files = SearchEntryFile.objects.filter(entry__page=demo_page(title, code))
        return set(files.values_list("language_code", flat=True))

    assert languages("en") == {"en"}
    assert languages("pl") > {"pl", "en"}


@pytest.mark.slow
def test_twice_is_once(polish: Page, offer: Offer) -> None:
    offer("Kalarepa na grządce")
    before = indexed(polish)
    assert not index_page(polish.pk)
    SearchEntry.objects.filter(page=polish).update(fingerprint="of other analysers")
    assert index_page(polish.pk)
    assert indexed(polish) == before


@pytest.mark.slow
@pytest.mark.parametrize("step", ["_write_files", "learn"])
def test_a_task_that_ends_half_way_leaves_the_index_as_it_was_and_is_made_up_for(
    polish: Page, offer: Offer, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = offer("Kalarepa na grządce")
    before = indexed(polish)
    words = {*SearchWord.objects.values_list("spelling", "keys")}
    DocumentText.objects.filter(document=document).update(text="Rzodkiewka w skrzynce")
    SearchEntry.objects.filter(page=polish).update(fingerprint="of other analysers")

    def killed(*args: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(indexing, step, killed)
        with pytest.raises(KeyboardInterrupt):
            index_page(polish.pk)
    assert indexed(polish) == before
    assert {*SearchWord.objects.values_list("spelling", "keys")} == words
    assert index_page(polish.pk)
    after = indexed(polish)
    assert found("rzodkiewki") == [polish.pk]
    SearchEntry.objects.filter(page=polish).update(fingerprint="of other analysers")
    index_page(polish.pk)
    assert indexed(polish) == after
