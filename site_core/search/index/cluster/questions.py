"""What is looked for, in the cluster's words."""

from typing import Any

from site_core.search.index.expressions import AllOf, AnyOf, Beginning, Expression, InThisOrder, Key
from site_core.search.index.found import Place

_FIELDS = {
    Place.TITLE: "title",
    Place.SUMMARY: "summary",
    Place.OWN: "own",
    Place.ANYWHERE: "everything",
}


def question_in(place: Place, wanted: Expression, limit: int) -> dict[str, Any]:
    """The oldest `limit` entries; nothing of them but their numbers."""
    return {
        "query": {"bool": {"filter": [_written(wanted, _FIELDS[place])]}},
        "sort": [{"entry": "asc"}],
        "size": limit,
        "_source": False,
        "track_total_hits": False,
        "timeout": "800ms",
    }


def _written(wanted: Expression, field: str) -> dict[str, Any]:
    match wanted:
        case Key(text):
            return {"term": {field: text}}
        case Beginning(Key(text)):
            return {"prefix": {field: text}}
        case InThisOrder(keys):
            return {"match_phrase": {field: " ".join(key.text for key in keys)}}
        case AllOf(parts):
            return {"bool": {"filter": [_written(part, field) for part in parts]}}
        case AnyOf(parts):
            texts = [part.text for part in parts if isinstance(part, Key)]
            others = [_written(part, field) for part in parts if not isinstance(part, Key)]
            return {"bool": {"should": [*([{"terms": {field: texts}}] if texts else []), *others]}}
