"""Editing one text of a Polish snippet makes exactly one text older in each translation of it."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import Translation, TranslationSource

from organisations.models import Organisation
from programme.models import ActivityLine, PartnerInstitution, Topic
from site_core.models import VersionFreshness
from site_core.translation.vocabulary.kinds import vocabulary_models
from tests.site_core.translation.sources import translate_the_rest

pytestmark = pytest.mark.django_db


def polish(model: type[Model]) -> Any:
    """One that is translated into every language its kind is."""
    return model._default_manager.filter(locale__language_code="pl").order_by("pk").first()


def behind(row: Model) -> dict[str, list[str]]:
    rows = VersionFreshness.objects.filter(translation_key=row.translation_key).select_related("locale")
    return {found.locale.language_code: found.behind for found in rows}


def in_each(codes: Iterable[str], names: list[str]) -> dict[str, list[str]]:
    return {code: list(names) for code in codes}


def edited(row: Any, **texts: str) -> Any:
    row = type(row).objects.get(pk=row.pk)
    for name, text in texts.items():
        setattr(row, name, text)
    row.save()
    return row


def translated(row: Model, code: str, save: bool = True) -> None:
    """As a translator does: take over, translate what has no translation, publish."""
    source = TranslationSource.objects.get(object_id=row.translation_key)
    source.update_from_db()
    translation = Translation.objects.get(source=source, target_locale__language_code=code)
    translate_the_rest(source, translation.target_locale, lambda text: f"{code}: {text}")
    if save:
        translation.save_target(publish=True)


def facts() -> dict[Any, Any]:
    rows = VersionFreshness.objects.filter(
        translation_key__in=[
            key
            for model in vocabulary_models()
            for key in model.objects.values_list("translation_key", flat=True)
        ]
    )
    return {
        (row.translation_key, row.locale_id): (row.basis, row.behind, row.source_changed_at) for row in rows
    }


def test_it_is_about_names_and_descriptions_of_every_kind() -> None:
    assert set(vocabulary_models()) == {ActivityLine, Topic, PartnerInstitution, Organisation}


def test_the_demonstration_has_a_row_for_each_translation_and_none_is_behind() -> None:
    for model in vocabulary_models():
        for row in model.objects.filter(locale__language_code="pl"):
            others = row.get_translations().values_list("locale__language_code", flat=True)
            assert behind(row) == in_each(others, [])


@pytest.mark.parametrize(
    ("model", "name"),
    [(ActivityLine, "lead"), (Topic, "name"), (PartnerInstitution, "role"), (Organisation, "description")],
)
def test_one_text_is_older_in_each_translation_until_it_is_translated(model: type[Model], name: str) -> None:
    row = polish(model)
    codes = set(behind(row))
    assert {"uk", "en"} <= codes
    row = edited(
        row, **{name: "<p>Inaczej niż dotąd.</p>" if name == "description" else "Inaczej niż dotąd."}
    )
    assert behind(row) == in_each(codes, [name])
    translated(row, "uk")
    assert behind(row) == {**in_each(codes, [name]), "uk": []}


@pytest.mark.slow
def test_text_that_waits_for_its_translator_is_behind(capsys: pytest.CaptureFixture) -> None:
    row = edited(polish(PartnerInstitution), role="Robi co innego.")
    before = behind(row)
    TranslationSource.objects.get(object_id=row.translation_key).update_from_db()
    for emptied in (False, True):
        if emptied:
            VersionFreshness.objects.all().delete()
        call_command("rebuild_freshness")
        assert behind(row) == {**before, **{code: [] for code in before if code == "pl-simple"}}
    assert "names and descriptions" in capsys.readouterr().out


def test_translated_and_not_published_is_behind() -> None:
    row = edited(polish(Topic), name="Nowa nazwa")
    translated(row, "uk", save=False)
    row.get_translations().get(locale__language_code="uk").save()
    assert behind(row)["uk"] == ["name"], "readers are still shown the old one"


def test_the_old_text_put_back_is_current_again() -> None:
    row = polish(Topic)
    old, before = row.name, behind(row)
    edited(row, name="Nowa nazwa")
    edited(row, name=old)
    assert behind(row) == before
    assert not VersionFreshness.objects.filter(
        translation_key=row.translation_key, source_changed_at__isnull=False
    )


def test_what_nobody_translates_makes_nothing_older() -> None:
    row = polish(PartnerInstitution)
    before = behind(row)
    edited(row, kind="police")
    assert behind(row) == before


def test_a_name_written_by_hand_follows_what_its_writer_saw() -> None:
    easy = Topic.objects.filter(locale__language_code="pl-simple").first()
    row = Topic.objects.get(translation_key=easy.translation_key, locale__language_code="pl")
    edited(row, name="Nowa nazwa")
    assert behind(row)["pl-simple"] == ["name"]
    edited(easy, name="Prosta nowa nazwa")
    assert behind(row)["pl-simple"] == []


@pytest.mark.slow
def test_what_is_deleted_has_no_row() -> None:
    row = polish(Topic)
    row.get_translations().get(locale__language_code="uk").delete()
    assert "uk" not in behind(row)
    call_command("rebuild_freshness")
    assert "uk" not in behind(row)
    assert "en" in behind(row)


@pytest.mark.slow
def test_a_table_found_anew_is_the_same() -> None:
    edited(polish(PartnerInstitution), role="Robi co innego.", name="Inaczej")
    translated(edited(polish(Topic), name="Nowa nazwa"), "uk")
    before = facts()
    call_command("rebuild_freshness")
    assert facts() == before
    VersionFreshness.objects.all().delete()
    call_command("rebuild_freshness")
    found = facts()
    written = {
        (row.translation_key, row.locale_id)
        for row in Topic.objects.filter(locale__language_code="pl-simple")
    }
    assert {key: fact[1] for key, fact in found.items() if key not in written} == {
        key: fact[1] for key, fact in before.items() if key not in written
    }


def test_saving_costs_the_same_in_two_languages_as_in_all() -> None:
    row = polish(PartnerInstitution)

    def cost(role: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            edited(row, role=role)
        return len(captured)

    cost("Najpierw to, co pamięta się na zawsze.")
    in_all = cost("Jedno.")
    row.get_translations().exclude(locale__language_code__in=["uk"]).delete()
    assert cost("Drugie.") == in_all
