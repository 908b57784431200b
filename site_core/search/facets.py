"""What the results of a search can be narrowed by."""

from collections.abc import Iterable

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from site_core.facets import Facet
from site_core.models import BasePage

OTHER = "other"


def search_facets() -> list[Facet]:
    """In the language in force."""
    kinds = [
        (model.kind, capfirst(str(model._meta.verbose_name_plural)))
        for model in apps.get_models()
        if issubclass(model, BasePage) and model.is_looked_for_by_kind
    ]
    return [
        Facet(
            "kind",
            _("What it is"),
            [*sorted(kinds), (OTHER, _("Other pages"))],
            ("content_type_id",),
            _kind_of,
        )
    ]


def _kind_of(content_type_id: int) -> Iterable[str]:
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    if model is not None and issubclass(model, BasePage) and model.is_looked_for_by_kind:
        yield model.kind
    else:
        yield OTHER
