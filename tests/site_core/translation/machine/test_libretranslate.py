"""The service asked over real HTTP: what it may do to us, and what it is never asked."""

from typing import Any

import pytest
from wagtail.models import Locale

from site_core.translation.machine import exchange
from site_core.translation.machine.failures import Problem, ServiceFailed
from site_core.translation.machine.service import destination, offers, service, translated
from tests.site_core.translation.libretranslate import LibreTranslate

POLISH, UKRAINIAN, RUSSIAN = (Locale(language_code=code) for code in ("pl", "uk", "ru"))
TEXTS = ["dzień <b>dobry</b>", "do widzenia"]


def ask() -> list[str]:
    translator = service()
    assert translator is not None
    return translated(translator, POLISH, UKRAINIAN, TEXTS)


def problem() -> Problem:
    with pytest.raises(ServiceFailed) as failure:
        ask()
    return failure.value.problem


def test_texts_come_back_in_their_order(server: LibreTranslate) -> None:
    server.answer = lambda text, code: text.upper()
    assert ask() == ["DZIEŃ <B>DOBRY</B>", "DO WIDZENIA"]
    assert server.asked == [
        {"q": TEXTS, "source": "pl", "target": "uk", "format": "html", "api_key": "a-key"}
    ]
    assert destination(service()) == server.url.removeprefix("http://")


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("slow", Problem.SLOW),
        ("hanging", Problem.SLOW),
        ("busy", Problem.BUSY),
        ("broken", Problem.BROKEN),
        ("refusing", Problem.REFUSED),
        ("elsewhere", Problem.REFUSED),
        ("breaking_off", Problem.AWAY),
        ("malformed", Problem.NONSENSE),
        ("another_shape", Problem.NONSENSE),
        ("deep", Problem.NONSENSE),
        ("short_of_one", Problem.NONSENSE),
        ("one_too_many", Problem.NONSENSE),
        ("huge", Problem.NONSENSE),
    ],
)
def test_whatever_it_does_is_one_of_our_sentences(
    server: LibreTranslate, settings: Any, mode: str, expected: Problem
) -> None:
    server.mode = mode
    if expected is Problem.SLOW:
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR["OPTIONS"]["SECONDS"] = 0.3
    assert problem() == expected
    assert len(server.asked) == 1, "neither asked again nor followed elsewhere"


def test_nobody_at_home(server: LibreTranslate) -> None:
    server.stop()
    assert problem() == Problem.AWAY


def test_it_is_asked_again_where_it_asks_for_that(server: LibreTranslate) -> None:
    server.failures = 2
    assert len(ask()) == 2
    assert len(server.asked) == 3


def test_it_is_not_asked_for_ever(server: LibreTranslate) -> None:
    server.mode = "away_for_a_moment"
    assert problem() == Problem.BUSY
    assert len(server.asked) == 3


def test_a_large_answer_is_not_read_to_its_end(
    server: LibreTranslate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "LARGEST_ANSWER", 20)
    assert problem() == Problem.NONSENSE


def test_only_the_pair_that_it_knows_is_offered(server: LibreTranslate) -> None:
    """No Russian in the place of Ukrainian, nor anything else that is near."""
    translator = service()
    assert offers(translator, POLISH, UKRAINIAN)
    assert not offers(translator, POLISH, RUSSIAN)
    assert not offers(translator, UKRAINIAN, POLISH)


def test_easy_polish_is_written_by_people(server: LibreTranslate) -> None:
    translator = service()
    assert translator.can_translate(POLISH, UKRAINIAN)
    assert not translator.can_translate(POLISH, Locale(language_code="pl-simple"))


def test_others_failures_are_told_in_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """DeepL's class of wagtail-localize, as far as it can be tried without DeepL."""
    import requests
    from wagtail_localize.machine_translators.deepl import DeepLTranslator

    def fail_with(error: Exception) -> Problem:
        def post(*args: Any, **kwargs: Any) -> None:
            raise error

        monkeypatch.setattr(requests, "post", post)
        with pytest.raises(ServiceFailed) as failure:
            translated(DeepLTranslator({"AUTH_KEY": "x"}), POLISH, UKRAINIAN, TEXTS)
        return failure.value.problem

    assert fail_with(requests.Timeout()) == Problem.SLOW
    assert fail_with(requests.ConnectionError()) == Problem.AWAY
    assert fail_with(ValueError()) == Problem.NONSENSE
