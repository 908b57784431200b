"""Resources in lists: minutes, stages, and the languages their files come in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet, UUIDField
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resources.models.files import ResourceFile
from resources.models.vocabulary import Licence, Stage
from site_core.cards import Card
from site_core.choices import label_of
from site_core.languages.known import language_of
from site_core.languages.names import names_of
from site_core.languages.shared_rows import of_public_source
from site_core.prepared import prepared

if TYPE_CHECKING:
    from resources.models.pages import ResourcePage


def minutes_label(least: int | None, most: int | None) -> str:
    """ "45 minutes", "60–90 minutes", or nothing."""
    longest = most or least
    if longest is None:
        return ""
    if least and least != longest:
        return ngettext("%(least)d–%(most)d minute", "%(least)d–%(most)d minutes", longest) % {
            "least": least,
            "most": longest,
        }
    return ngettext("%(count)d minute", "%(count)d minutes", longest) % {"count": longest}


def stage_labels(stages: Sequence[str]) -> list[str]:
    labels = dict(Stage.choices)
    return [str(labels[code]) for code in stages if code in labels]


def resource_meta(
    stages: Sequence[str], minutes_min: int | None, minutes_max: int | None, licence: str
) -> tuple[str, ...]:
    """Short facts in a fixed order: for whom, how long, under which licence."""
    facts = [" · ".join(stage_labels(stages)), minutes_label(minutes_min, minutes_max)]
    return tuple(fact for fact in [*facts, label_of(Licence, licence)] if fact)


def languages_of(keys: list[UUID]) -> dict[UUID, list[str]]:
    """Codes of the languages that the files of each of these resources come in, in their order; one query."""
    codes: dict[UUID, list[str]] = {}
    for key, *languages in _file_languages(keys=keys):
        known = codes.setdefault(key, [])
        known.extend(code for code in languages if code and code not in known)
    return codes


@prepared(keys=UUIDField())
def _file_languages(keys: list[UUID]) -> QuerySet:
    files = of_public_source(ResourceFile.objects.filter(page__translation_key__in=keys)).order_by(
        "sort_order"
    )
    return files.values_list("page__translation_key", "language", "second_language")


def resource_cards(resources: Sequence["ResourcePage"]) -> list[Card]:
    """Cards that also name the languages of the files; one query for all of them."""
    codes = languages_of([resource.translation_key for resource in resources])
    cards = []
    for resource in resources:
        card = resource.card()
        languages = [language_of(code) for code in codes.get(resource.translation_key, [])]
        if languages:
            card.meta += (_("Files: %(languages)s") % {"languages": names_of(languages)},)
        cards.append(card)
    return cards
