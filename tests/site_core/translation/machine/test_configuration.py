"""The service is configured by the environment alone, and not to an address where others can listen."""

import pytest

from site_core.translation.machine.checks import the_service_has_its_library
from site_core.translation.machine.configuration import Misconfigured, safe_url, translator_from


def configured(**said: str) -> dict | None:
    facts = {"provider": "libretranslate", "url": "", "key": "", "project": "", **said}
    return translator_from(**facts, seconds=8)


def test_nothing_said_is_nothing_offered() -> None:
    assert configured() is None


@pytest.mark.parametrize(
    "url",
    ["https://t.example.org", "https://t.example.org/libre/", "http://127.0.0.1:5000", "http://[::1]:1"],
)
def test_https_or_this_machine(url: str) -> None:
    found = configured(url=url, key="k")
    assert found is not None
    assert found["OPTIONS"] == {"URL": url.rstrip("/"), "KEY": "k", "SECONDS": 8}


@pytest.mark.parametrize(
    "url",
    [
        "http://t.example.org",
        "http://127.0.0.1.example.org",
        "http://10.0.0.1",
        "ftp://127.0.0.1",
        "t.example.org",
        "https://user:secret@t.example.org",
        "https://t.example.org/?q=1",
    ],
)
def test_any_other_address_stops_the_start_and_names_the_variable(url: str) -> None:
    with pytest.raises(Misconfigured, match="MACHINE_TRANSLATION_URL") as refusal:
        safe_url(url)
    assert "secret" not in str(refusal.value)


def test_a_provider_without_its_library_is_found_out_by_the_checks(settings: object) -> None:
    assert the_service_has_its_library(None) == []
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = configured(provider="google", project="p")
    assert [error.id for error in the_service_has_its_library(None)] == ["site_core.E005"]


def test_other_providers_are_wagtail_localizes_own() -> None:
    deepl, google = configured(provider="deepl", key="k"), configured(provider="google", project="p")
    assert deepl is not None
    assert google is not None
    assert deepl["CLASS"].endswith("deepl.DeepLTranslator")
    assert google["CLASS"].endswith("google.GoogleCloudTranslator")
    for half in ({"provider": "deepl"}, {"provider": "google"}, {"provider": "x"}):
        with pytest.raises(Misconfigured, match="MACHINE_TRANSLATION_"):
            configured(**half)
