"""The production settings, started as they would be: from the environment, in a process of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "site_core.settings.production",
    "SECRET_KEY": "q9!vX2#mL7@pR4$wZ8^kT1&nB6*jH3(dF5)sG0-cV9_yA2=eU7+oI4",
    "SITE_URL": "https://wspolny.example",
    "DATABASE_URL": "sqlite://:memory:",
    "CACHE_URL": "dbcache://cache",
    "EMAIL_URL": "smtp://localhost:25",
    "DEFAULT_FROM_EMAIL": "site@wspolny.example",
    "SECURITY_CONTACT": "mailto:security@wspolny.example",
}

PROBE = """
import json, django
from django.conf import settings
# Nobody collected the static files of a test.
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
django.setup()
from django.test import Client
asked = {"host": "wspolny.example", "x-forwarded-proto": "https"}
page = Client().get("/account/login/", headers=asked)
plain = Client().get("/account/login/", headers={"host": "wspolny.example"})
alive = Client().get("/healthz", headers={"host": "wspolny.example"})
print(json.dumps({
    "headers": dict(page.headers),
    "cookies": {name: {"secure": bool(m["secure"]), "path": m["path"], "domain": m["domain"],
                       "httponly": bool(m["httponly"]), "samesite": m["samesite"]}
                for name, m in page.cookies.items()},
    "plain": [plain.status_code, plain.headers["Location"]],
    "alive": alive.status_code,
    "session_cookie": settings.SESSION_COOKIE_NAME,
    "second_factor": settings.ADMIN_REQUIRES_SECOND_FACTOR,
}))
"""


def run(*arguments: str, without: str = "") -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in ENVIRONMENT.items() if key != without}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_deploy_has_nothing_to_say() -> None:
    result = run("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def answers() -> dict:
    result = run("-c", PROBE)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout.splitlines()[-1])


def test_https_for_years(answers: dict) -> None:
    hsts = answers["headers"]["Strict-Transport-Security"]
    assert int(hsts.split(";")[0].removeprefix("max-age=")) >= 365 * 24 * 60 * 60
    assert "includeSubDomains" in hsts
    assert "upgrade-insecure-requests" in answers["headers"]["Content-Security-Policy"]
    assert answers["plain"] == [301, "https://wspolny.example/account/login/"]


def test_load_balancers_may_ask_by_plain_http(answers: dict) -> None:
    assert answers["alive"] == 200


def test_cookies_belong_to_this_host_alone(answers: dict) -> None:
    assert answers["cookies"] == {
        "__Host-csrf": {"secure": True, "path": "/", "domain": "", "httponly": True, "samesite": "Lax"}
    }
    assert answers["session_cookie"] == "__Host-session"


def test_a_second_factor_is_demanded(answers: dict) -> None:
    assert answers["second_factor"] is True


@pytest.mark.parametrize("name", ["SECRET_KEY", "SITE_URL", "CACHE_URL", "EMAIL_URL", "SECURITY_CONTACT"])
def test_a_missing_secret_stops_the_start_with_its_name(name: str) -> None:
    result = run("-c", "import site_core.settings.production", without=name)
    assert result.returncode != 0
    assert name in result.stderr
