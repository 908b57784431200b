"""The facets of the library."""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programme.filters import topic_facet
from resources.models.files import ResourceFile
from resources.models.vocabulary import MINUTES_STEPS, Kind, Stage
from site_core.facets import Facet
from site_core.languages.names import languages_to_filter_by
from site_core.languages.shared_rows import of_public_source


def file_languages(pages: QuerySet) -> QuerySet:
    """Question to the pages of a list: translation key and languages of each file, wherever it was entered."""
    keys = pages.order_by().values("translation_key")
    files = of_public_source(ResourceFile.objects.filter(page__translation_key__in=keys)).order_by()
    return files.values_list("page__translation_key", "language", "second_language").distinct()


def fits_into(least: int | None) -> Iterable[str]:
    """The times within which a resource can be done that takes at least so many minutes."""
    return (str(limit) for limit in MINUTES_STEPS if least is not None and least <= limit)


def resource_facets(code: str) -> list[Facet]:
    minutes = [
        (str(n), ngettext("up to %(n)d minute", "up to %(n)d minutes", n) % {"n": n}) for n in MINUTES_STEPS
    ]
    page_model = apps.get_model("resources", "ResourcePage")
    return [
        Facet("stage", _("For whom"), Stage.choices, ("stages",)),
        Facet("minutes", _("Time"), minutes, ("minutes_min",), fits_into, single=True),
        Facet("kind", _("Kind"), Kind.choices, ("resource_kind",)),
        topic_facet(page_model, code),
        Facet("language", _("Language of the files"), languages_to_filter_by(), elsewhere=file_languages),
    ]
