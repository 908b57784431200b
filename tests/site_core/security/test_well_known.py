"""security.txt, robots.txt and the address that password managers look for."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

NOW = datetime(2026, 5, 4, 12, 30, tzinfo=UTC)


def fields(text: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in text.strip().splitlines())


@time_machine.travel(NOW, tick=False)
def test_security_txt_names_a_contact_and_expires_within_a_year(client: Client, settings) -> None:
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    settings.SITE_URL = "https://wspolny.example"
    response = client.get("/.well-known/security.txt", headers={"host": "localhost"})
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    found = fields(response.content.decode())
    assert found["Contact"] == "mailto:security@example.org"
    assert found["Canonical"] == "https://wspolny.example/.well-known/security.txt"
    expires = datetime.fromisoformat(found["Expires"])
    assert NOW < expires < NOW + timedelta(days=365)


@pytest.mark.django_db
def test_without_a_contact_there_is_no_security_txt(client: Client, settings) -> None:
    settings.SECURITY_CONTACT = ""
    assert client.get("/.well-known/security.txt").status_code == 404


def test_robots_txt_names_the_sitemap_of_the_configured_site(client: Client, settings) -> None:
    settings.SITE_URL = "https://wspolny.example"
    lines = client.get("/robots.txt", headers={"host": "localhost"}).content.decode().splitlines()
    assert "Sitemap: https://wspolny.example/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines
    assert "Disallow: /account/" in lines


def test_password_managers_find_the_way(client: Client) -> None:
    response = client.get("/.well-known/change-password")
    assert response.headers["Location"] == "/account/password/change/"
