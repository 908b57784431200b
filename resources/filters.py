"""The facets of the library, and those of them that it offers to the search."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.apps import apps
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programme.filters import topic_facet
from resources.models.files import ResourceFile
from resources.models.vocabulary import MINUTES_STEPS, Kind, Licence, Stage
from site_core.dialects import JoinedKeys
from site_core.facets import Facet
from site_core.languages.names import languages_to_filter_by
from site_core.languages.shared_rows import of_public_source
from site_core.languages.snippet_names import Names


@dataclass(frozen=True, slots=True)
class FileLanguages:
    """Question to the pages of a list: a language, keys of those with a file in it, wherever it was entered."""

    column: str

    def __call__(self, pages: QuerySet) -> QuerySet:
        keys = pages.order_by().values("translation_key")
        files = of_public_source(ResourceFile.objects.filter(page__translation_key__in=keys)).order_by()
        given = files.exclude(**{self.column: ""})
        return given.values_list(self.column).annotate(keys=JoinedKeys("page__translation_key"))


def fits_into(least: int | None) -> Iterable[str]:
    """The times within which a resource can be done that takes at least so many minutes."""
    return (str(limit) for limit in MINUTES_STEPS if least is not None and least <= limit)


def stage_facet() -> Facet:
    return Facet("stage", _("For whom"), Stage.choices, ("stages",))


def minutes_facet() -> Facet:
    minutes = [
        (str(n), ngettext("up to %(n)d minute", "up to %(n)d minutes", n) % {"n": n}) for n in MINUTES_STEPS
    ]
    return Facet("minutes", _("Time"), minutes, ("minutes_min",), fits_into, single=True)


def file_language_facet(name: str) -> Facet:
    """`name`: what it is called in addresses."""
    questions = (FileLanguages("language"), FileLanguages("second_language"))
    return Facet(name, _("Language of the files"), languages_to_filter_by(), elsewhere=questions)


def licence_facet() -> Facet:
    return Facet("licence", _("Licence"), Licence.choices, ("licence",), folded=True)


def resource_facets(topics: Sequence[tuple[str, str]]) -> list[Facet]:
    """Of the library. `topics`: codes and names, for whom they are shown to."""
    return [
        stage_facet(),
        minutes_facet(),
        Facet("kind", _("Kind"), Kind.choices, ("resource_kind",)),
        topic_facet([apps.get_model("resources", "ResourcePage")], topics),
        file_language_facet("language"),
        licence_facet(),
    ]


def search_facets(names: Names) -> list[Facet]:
    """What the search is offered: the library's own questions, to whichever of its results are resources."""
    of_resources = [
        stage_facet(),
        replace(minutes_facet(), label=_("How long it takes")),
        file_language_facet("file_language"),
        licence_facet(),
    ]
    return [facet.of_pages_with("resourcepage") for facet in of_resources]
