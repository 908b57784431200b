"""The units of systemd as they are deployed: every command they run is one the site has."""

import re
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import get_commands, load_command_class
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page
from wagtail.tasks import update_reference_index_task

from tools.places import ROOT

RUNS = re.compile(r"^ExecStart\w*=\S+ manage\.py (\S+)(.*)$", re.MULTILINE)
PRODUCTION = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
FOUND = [
    (unit.name, command, rest.split())
    for unit in sorted((ROOT / "deploy" / "systemd").glob("*.service"))
    for command, rest in RUNS.findall(unit.read_text(encoding="utf-8"))
]


def test_there_are_commands_to_look_at() -> None:
    assert {command for _unit, command, _words in FOUND} >= {"db_worker", "clearsessions"}


@pytest.mark.parametrize(("unit", "command", "words"), FOUND)
def test_the_site_has_the_command_and_takes_its_words(
    settings: Any, unit: str, command: str, words: list[str]
) -> None:
    settings.TASKS = PRODUCTION
    app = get_commands()[command]
    load_command_class(app, command).create_parser("manage.py", command).parse_args(words)


@pytest.mark.django_db
def test_what_is_put_off_waits_for_the_worker_in_the_database(settings: Any) -> None:
    """Wagtail's own task. The worker takes a transaction of its own, which a test that rolls back cannot give."""
    settings.TASKS = PRODUCTION
    page = Page.objects.first()
    content_type = ContentType.objects.get_for_model(Page)
    update_reference_index_task.enqueue(content_type.app_label, content_type.model, str(page.pk))
    waiting = DBTaskResult.objects.ready().get()
    assert waiting.task.func == update_reference_index_task.func
    assert waiting.args_kwargs["args"][-1] == str(page.pk)


def test_production_hands_work_to_the_worker() -> None:
    text = (ROOT / "site_core" / "settings" / "production.py").read_text(encoding="utf-8")
    assert PRODUCTION["default"]["BACKEND"] in text
