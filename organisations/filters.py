"""What a list can be narrowed by that organisations know."""

from collections.abc import Iterable
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from organisations.models import Organisation, PublishedBy
from site_core.facets import Facet
from site_core.languages.snippet_names import Names


def search_facets(names: Names) -> list[Facet]:
    """What the search is offered: who published whatever was published by somebody."""
    columns = tuple(
        f"{model._meta.model_name}__organisation__translation_key"
        for model in apps.get_models()
        if issubclass(model, PublishedBy)
    )
    options = [
        (str(organisation.translation_key), organisation.words) for organisation in names[Organisation]
    ]
    return [Facet("organisation", _("Organisation"), options, columns, of_one_type)]


def of_one_type(*keys: UUID | None) -> Iterable[str]:
    """Each page has one of the columns, the other types' are empty."""
    return (str(key) for key in keys if key)
