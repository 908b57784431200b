"""What results of a search say of a resource: what kind it is, for whom, how long it takes, under which licence."""

from django.db.models import F

from resources.cards import resource_meta
from resources.models import ResourcePage
from resources.models.vocabulary import Kind
from site_core.cards import Card
from site_core.choices import label_of
from site_core.search.result_facts import FoundPage, ResultFacts

_FIELDS = ("resource_kind", "stages", "minutes_min", "minutes_max", "licence")


def _complete(card: Card, page: FoundPage) -> None:
    kind, stages, least, most, licence = (getattr(page, f"of_resource_{field}") for field in _FIELDS)
    card.kind_label = label_of(Kind, kind)
    card.meta = resource_meta(stages, least, most, licence)


resource_facts = ResultFacts(
    ResourcePage, {f"of_resource_{field}": F(f"resourcepage__{field}") for field in _FIELDS}, _complete
)
