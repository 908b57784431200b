"""What people ask is counted so that nobody's own question can be read."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from site_core.models import AskedQuestion
from site_core.search.demand import counting
from site_core.search.demand.counting import Asked, count
from site_core.search.demand.forgetting import outdated
from site_core.search.demand.keepable import may_be_counted

pytestmark = pytest.mark.django_db

NOON = datetime(2027, 3, 10, 12, tzinfo=UTC)
BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


def ask(text: str, times: int = 1, code: str = "pl", found: int = 3, start: datetime = NOON) -> None:
    for number in range(times):
        count(Asked(text, code, found), start + timedelta(minutes=number))


def counted() -> list[tuple[str, int]]:
    return list(AskedQuestion.objects.order_by("pk").values_list("text", "times"))


def test_what_was_asked_is_written_down_the_fifth_time() -> None:
    ask("Mowa nienawiści?", 4)
    row = AskedQuestion.objects.get()
    assert "mowa" not in str(row.__dict__)
    assert row.times == 4
    ask("mowa NIENAWIŚCI", start=NOON + timedelta(hours=1), found=0)
    assert counted() == [("mowa nienawiści", 5)]
    ask("mowa nienawisci", start=NOON + timedelta(hours=2), found=7)
    assert counted() == [("mowa nienawiści", 6)]
    assert AskedQuestion.objects.get().found == 7


def test_another_language_order_or_month_is_another_question() -> None:
    ask("hejt w szkole", 4)
    ask("hejt w szkole", code="uk")
    ask("w szkole hejt")
    ask("hejt w szkole", start=NOON + timedelta(days=31))
    assert [times for _text, times in counted()] == [4, 1, 1, 1]
    assert len(set(AskedQuestion.objects.values_list("digest", flat=True))) == 4


def test_without_the_sites_secret_a_digest_says_nothing(settings: object) -> None:
    ask("hejt")
    settings.SECRET_KEY = "another"
    ask("hejt")
    assert [times for _text, times in counted()] == [1, 1]


def test_a_question_counts_once_a_minute() -> None:
    for second in range(0, 60, 10):
        count(Asked("hejt", "pl", 3), NOON + timedelta(seconds=second))
    assert counted() == [("", 1)]


def test_a_flood_of_different_questions_fills_the_day_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_NEW_A_DAY", 3)
    for text in ("jeden", "dwa", "trzy", "cztery", "jeden"):
        ask(text, start=NOON + timedelta(hours=len(text)))
    ask("jeden", start=NOON + timedelta(hours=11))
    assert [times for _text, times in counted()] == [2, 1, 1]
    ask("cztery", start=NOON + timedelta(days=1))
    assert AskedQuestion.objects.count() == 4


@pytest.mark.parametrize(
    "text",
    [
        *("jan.kowalski@example.org", "napisz do jan@x", "601 234 567", "ABS 123456", "90010112345"),
        *("31-070 Kraków", "https://example.org/jan", "www.example.org", "Jan Kowalski", "gdzie mieszka Anna Nowak"),
        *("J. Kowalski", "Ronald McDonald", "jan.kowalski", "kowalski1990", "jan(at)gmail"),
        *("محمد الأحمد", "أين تسكن فاطمة حداد", "عمر بن سعيد", "عبد الرحمن", "أبو علي", "مُحَمَّد صالح"),
        *("Олена Коваль", "raz dwa trzy cztery pięć sześć siedem", "x" * 40, "", "???"),
    ],
)  # fmt: skip
def test_what_may_be_personal_leaves_no_trace(text: str) -> None:
    assert not may_be_counted(text)
    ask(text, 6)
    assert counted() == []


@pytest.mark.parametrize(
    "text",
    [
        *("hejt", "Gdzie zgłosić", "HEJT W SZKOLE", "112", "program 2027", "الكراهية", "Мова ворожнечі"),
        *(
            "اعتدى علي رجل",
            "طرق آمنة",
            "أسماء المنظمات",
            "خطاب الكراهية في المدرسة",
            "حسن الجوار",
            "كلمة عبد",
        ),
        *("مريم", "كم عمر المشاركين"),
    ],
)
def test_what_says_nothing_of_anybody_is_counted(text: str) -> None:
    assert may_be_counted(text)


def test_a_month_that_is_over_keeps_what_was_asked_often_and_for_a_year() -> None:
    ask("rzadkie", 4)
    ask("częste", 5)
    assert not outdated(NOON.date()).exists()
    april = NOON.date().replace(month=4, day=1)
    assert [row.times for row in outdated(april)] == [4]
    assert outdated(april.replace(year=2028, month=3)).count() == 1
    assert outdated(april.replace(year=2028)).count() == 2
    output = StringIO()
    AskedQuestion.objects.update(month=april.replace(year=2020))
    call_command("forget_questions", stdout=output)
    assert "2 questions forgotten" in output.getvalue()
    assert counted() == []


def test_a_readers_question_is_counted_with_what_was_found(reader: Client) -> None:
    total = reader.get("/pl/search/?q=hejt", headers=BROWSER).context["pager"].total
    row = AskedQuestion.objects.get()
    assert (row.language_code, row.times, row.found) == ("pl", 1, total)
    reader.get("/pl-simple/search/?q=nienawisci", headers=BROWSER)
    assert set(AskedQuestion.objects.values_list("language_code", flat=True)) == {"pl"}


def test_it_is_counted_too_where_a_proxy_asks_whether_its_copy_is_still_true(reader: Client) -> None:
    tag = reader.get("/pl/search/?q=hejt").headers["ETag"]
    answer = reader.get("/pl/search/?q=hejt", headers={**BROWSER, "If-None-Match": tag})
    assert answer.status_code == 304
    assert AskedQuestion.objects.get().times == 1


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("?q=hejt", {}),
        ("?q=hejt", {"User-Agent": "curl/8.5.0"}),
        ("?q=hejt", {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"}),
        ("?q=hejt", {**BROWSER, "Sec-Purpose": "prefetch;prerender"}),
        ("?q=hejt&page=2", BROWSER),
        ("?q=hejt&kind=event", BROWSER),
        ("?q=", BROWSER),
        ("", BROWSER),
    ],
)  # fmt: skip
def test_nobodys_questions_are_not(reader: Client, address: str, headers: dict[str, str]) -> None:
    assert reader.get(f"/pl/search/{address}", headers=headers).status_code == 200
    assert reader.head("/pl/search/?q=hejt", headers=BROWSER).status_code == 200
    assert counted() == []


def test_editors_own_questions_are_not(signed_in: Callable[[str], Client]) -> None:
    signed_in("editor").get("/pl/search/?q=hejt", headers=BROWSER)
    assert counted() == []


def test_counting_costs_one_statement_after_the_answer(reader: Client) -> None:
    reader.get("/pl/search/?q=hejt")
    with CaptureQueriesContext(connection) as without:
        reader.get("/pl/search/?q=hejt")
    with CaptureQueriesContext(connection) as counting_too:
        reader.get("/pl/search/?q=hejt", headers=BROWSER)
    more = [query["sql"] for query in counting_too][len(without) :]
    assert [sql.split()[0] for sql in more if not sql.startswith("PRAGMA busy_timeout")] == ["INSERT"]


@pytest.mark.sqlite  # another database would end the test's transaction
def test_a_database_that_takes_nothing_loses_the_count_and_no_answer(reader: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        try:
            answer = reader.get("/pl/search/?q=hejt", headers=BROWSER)
            ask("hejt")  # Django forgives whatever happens after an answer; we do not rely on it
        finally:
            cursor.execute("PRAGMA query_only = OFF")
    assert answer.status_code == 200
    assert "<mark>hejt" in answer.content.decode()
    assert counted() == []


def test_hostile_questions_are_counted_or_not_and_never_an_error() -> None:
    for text in ("a' OR 1=1; --", "%s %%", "\u202ehejt\u202c", "💥", "é" * 30, "'; DROP"):
        ask(text, 6)
    assert all("%s" not in text for text, _times in counted())
