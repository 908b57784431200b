"""Copies in a proxy: the site itself is the first to ask for them again, and no reader."""

import logging
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.error import HTTPError, URLError

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from site_core.languages.addresses import page_address
from site_core.media.models import SiteDocument
from site_core.translation.withdrawing import copies
from site_core.translation.withdrawing.files import files_of
from site_core.translation.withdrawing.put_back import put_back
from tests.site_core.translation.withdrawing.conftest import Withdraw, public_in, version_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(settings: Any) -> Callable[[], list[DBTaskResult]]:
    """As in production; answers what waits for the worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return lambda: list(DBTaskResult.objects.filter(task_path__endswith="ask_for"))


def test_every_address_is_asked_for_once_its_copies_have_aged(
    campaign: Page, withdrawn: Withdraw, worker: Callable[[], list[DBTaskResult]]
) -> None:
    own = {page_address(version_in(campaign, code)) for code in public_in(campaign)}
    documents = {
        file.url for file in files_of([campaign.translation_key]).going if isinstance(file, SiteDocument)
    }
    withdrawn(campaign)
    [task] = worker()
    asked = set(task.args_kwargs["args"][0])
    assert own | documents <= asked
    assert {"/ar/kampanie/slysze-reaguje/", "/pl/kampanie/", "/uk/"} <= asked
    assert task.run_after > timezone.now() + timedelta(seconds=55)


@pytest.mark.slow
def test_what_is_put_back_is_asked_for_as_well(
    campaign: Page, withdrawn: Withdraw, worker: Callable[[], list[DBTaskResult]]
) -> None:
    record = withdrawn(campaign)
    DBTaskResult.objects.all().delete()
    put_back(record, record.entry.user)
    [task] = worker()
    assert "/pl/kampanie/slysze-reaguje/" in task.args_kwargs["args"][0]
    assert any(address.startswith("/documents/") for address in task.args_kwargs["args"][0])


def test_nothing_waits_where_there_is_no_worker(campaign: Page, withdrawn: Withdraw) -> None:
    withdrawn(campaign)
    assert not DBTaskResult.objects.filter(task_path__endswith="ask_for").exists()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, settings: Any) -> list[str]:
    """Addresses that were asked for; those ending in `silent/` get no answer."""
    settings.SITE_URL = "https://jezyk.example.org"
    found: list[str] = []

    def answer(address: str, timeout: int) -> BytesIO:
        found.append(address.removeprefix(settings.SITE_URL))
        if address.endswith("/gone/"):
            raise HTTPError(address, 410, "Gone", None, BytesIO())  # type: ignore[arg-type]
        if address.endswith("silent/"):
            raise URLError("nobody answers")
        return BytesIO(b"page")

    monkeypatch.setattr(copies, "urlopen", answer)
    return found


def test_an_error_is_an_answer_and_one_slow_page_does_not_keep_the_others_from_being_asked(
    asked: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    addresses = ["/pl/gone/", "/pl/silent/", "/pl/silent/", "/ar/", "/pl/silent/", "/uk/мова/"]
    with caplog.at_level(logging.WARNING):
        copies.ask_for.func(addresses)
    assert asked == [*addresses[:-1], "/uk/%D0%BC%D0%BE%D0%B2%D0%B0/"]
    assert len(caplog.records) == 1
    assert "silent" not in caplog.text


def test_a_proxy_that_is_silent_three_times_running_is_left_alone_and_written_down_once(
    asked: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        copies.ask_for.func(["/pl/silent/"] * 3 + ["/ar/"])
    assert asked == ["/pl/silent/"] * 3
    assert len(caplog.records) == 1
