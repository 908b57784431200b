"""The facets of the library."""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programme.filters import topic_facet
from resources.models.files import ResourceFile
from resources.models.vocabulary import MINUTES_STEPS, Kind, Stage
from site_core.blocks.choices import language_choices
from site_core.facets import Facet, any_code
from site_core.languages.shared_rows import of_public_source


def with_file_in(values: list[str]) -> Q:
    """Resources with a file in any of the languages, wherever on the resource's versions it was entered."""
    files = of_public_source(ResourceFile.objects.filter(page__translation_key=OuterRef("translation_key")))
    return Q(Exists(files.filter(Q(language__in=values) | Q(second_language__in=values))))


def file_language_pairs(pages: QuerySet) -> Iterable[tuple[int, str]]:
    """(id of the page, language of a file) for all the pages; one query over files, one over pages."""
    ids = dict(pages.order_by().values_list("translation_key", "pk"))
    files = of_public_source(ResourceFile.objects.order_by())
    rows = files.values_list("page__translation_key", "language", "second_language")
    for key, *languages in rows.distinct():
        if key in ids:
            yield from ((ids[key], language) for language in languages if language)


def fits_into(values: list[str]) -> Q:
    """Resources that can be done within the longest of the chosen times."""
    return Q(minutes_min__lte=max(int(value) for value in values))


def is_done_within(limit: str, least: int | None) -> bool:
    return least is not None and least <= int(limit)


def resource_facets(code: str) -> list[Facet]:
    minutes = [
        (str(n), ngettext("up to %(n)d minute", "up to %(n)d minutes", n) % {"n": n}) for n in MINUTES_STEPS
    ]
    page_model = apps.get_model("resources", "ResourcePage")
    return [
        Facet("stage", _("For whom"), Stage.choices, any_code("stages"), columns=("stages",)),
        Facet(
            "minutes",
            _("Time"),
            minutes,
            fits_into,
            columns=("minutes_min",),
            matches=is_done_within,
            single=True,
        ),
        Facet(
            "kind",
            _("Kind"),
            Kind.choices,
            lambda values: Q(resource_kind__in=values),
            columns=("resource_kind",),
        ),
        topic_facet(page_model, code),
        Facet(
            "language",
            _("Language of the files"),
            language_choices(),
            with_file_in,
            pairs=file_language_pairs,
        ),
    ]
