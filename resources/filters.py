"""The facets of the library."""

from functools import partial

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programme.filters import about_topics, topic_options
from resources.models.files import ResourceFile
from resources.models.vocabulary import MINUTES_STEPS, Kind, Stage
from site_core.blocks.choices import language_choices
from site_core.facets import Facet, any_code


def with_file_in(values: list[str]) -> Q:
    """Resources with a file in any of the languages, wherever on the resource's versions it was entered."""
    files = ResourceFile.objects.filter(page__translation_key=OuterRef("translation_key"))
    return Q(Exists(files.filter(Q(language__in=values) | Q(second_language__in=values))))


def fits_into(values: list[str]) -> Q:
    """Resources that can be done within the longest of the chosen times."""
    return Q(minutes_min__lte=max(int(value) for value in values))


def resource_facets(code: str) -> list[Facet]:
    minutes = [(str(n), ngettext("up to %(n)d minute", "up to %(n)d minutes", n) % {"n": n}) for n in MINUTES_STEPS]
    about = partial(about_topics, apps.get_model("resources", "ResourcePage"))
    return [
        Facet("stage", _("For whom"), Stage.choices, any_code("stages")),
        Facet("minutes", _("Time"), minutes, fits_into),
        Facet("kind", _("Kind"), Kind.choices, lambda values: Q(resource_kind__in=values)),
        Facet("topic", _("Topic"), topic_options(code), about),
        Facet("language", _("Language of the files"), language_choices(), with_file_in),
    ]
