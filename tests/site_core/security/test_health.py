"""`/healthz` and `/readyz`: what they ask, what they answer, what they keep to themselves."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from wagtail.images import get_image_model

from site_core.health import checks
from site_core.health.readiness import NotReady

DATABASE = "site_core.health.checks.database"


def answer(client: Client) -> tuple[int, dict]:
    response = client.get("/readyz")
    return response.status_code, json.loads(response.content)


@pytest.fixture
def pictures(db: None, monkeypatch: pytest.MonkeyPatch) -> InMemoryStorage:
    """Three pictures that the database knows of, newer than any, and a place for their files."""
    place = InMemoryStorage()
    model = get_image_model()
    for number in range(3):
        name = place.save(f"picture-{number}.png", ContentFile(b"png"))
        model.objects.bulk_create([model(title=name, file=name, width=1, height=1)])
    monkeypatch.setattr(checks, "default_storage", place)
    return place


def test_alive_asks_nobody(client: Client) -> None:
    """Without the `db` fixture: any query would fail the test."""
    response = client.get("/healthz", headers={"accept-language": "uk"})
    assert response.status_code == 200
    assert json.loads(response.content) == {"status": "ok"}
    assert not response.cookies
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.usefixtures("pictures")
def test_ready_when_everything_is(client: Client) -> None:
    status, body = answer(client)
    assert status == 200
    assert body["status"] == "ok"
    assert {"database", "migrations", "cache", "disk", "media"} <= set(body["checks"])
    assert set(body["checks"].values()) == {"ok"}


@pytest.mark.django_db
def test_a_missing_migration_is_noticed(client: Client) -> None:
    MigrationRecorder(connection).record_unapplied(*sorted(checks.latest_migrations())[-1])
    status, body = answer(client)
    assert status == 503
    assert body["status"] == "unavailable"
    assert body["checks"]["migrations"] == "fail"
    assert body["checks"]["database"] == "ok"


@pytest.mark.django_db
def test_a_database_that_is_away_is_named_and_not_described(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OperationalError("connection to server at db.internal, user site, failed")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    body = json.loads(response.content)
    assert body["checks"]["database"] == "fail"
    assert b"db.internal" not in response.content
    assert set(body) == {"status", "checks"}


@pytest.mark.usefixtures("pictures")
def test_without_a_cache_readers_are_still_served(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks.cache, "get", lambda key: None)
    status, body = answer(client)
    assert status == 200
    assert body["status"] == "degraded"
    assert body["checks"]["cache"] == "fail"


def test_a_full_disk_is_noticed(settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "folders_written_to", lambda: {tmp_path})
    checks.disk()
    settings.READINESS_MIN_FREE_BYTES = 2**62
    with pytest.raises(NotReady, match="MiB free"):
        checks.disk()


def test_a_folder_that_cannot_be_written_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "folders_written_to", lambda: {Path("/proc")})
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda folder: type("Usage", (), {"free": 2**40}))
    with pytest.raises(OSError):
        checks.disk()


@pytest.mark.usefixtures("pictures")
class TestMedia:
    def test_pictures_in_their_place_are_well(self) -> None:
        checks.media()

    def test_one_that_was_lost_is_no_reason_to_stop(self, pictures: InMemoryStorage) -> None:
        pictures.delete("picture-2.png")
        checks.media()

    def test_a_volume_that_is_not_mounted_is_noticed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(checks, "default_storage", InMemoryStorage())
        with pytest.raises(NotReady, match="pictures"):
            checks.media()

    def test_a_site_without_any_picture_is_well(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            checks, "get_image_model", lambda: SimpleNamespace(objects=get_image_model().objects.none())
        )
        monkeypatch.setattr(checks, "default_storage", InMemoryStorage())
        checks.media()


@pytest.mark.django_db
def test_why_is_in_the_log(client: Client, settings, caplog: pytest.LogCaptureFixture) -> None:
    settings.READINESS_MIN_FREE_BYTES = 2**62
    settings.READINESS_CHECKS = {"disk": "tests.site_core.security.test_health.always_full"}
    assert answer(client)[0] == 503
    assert any("disk failed" in message and "no room" in message for message in caplog.messages)


def always_full() -> None:
    raise NotReady("no room")
