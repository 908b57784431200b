"""Links into other pages as cards."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType

from site_core.cards import Card
from site_core.languages.known import language_of
from site_core.languages.page_links import link_targets
from site_core.languages.reading import reading_language
from site_core.languages.rows import PageRow


def link_cards(ids: Iterable[int | None]) -> list[Card]:
    """
    Cards with what a link needs (title, address, language, kind) for the pages with these ids, in their order.

    Each in the reader's language where it exists in it; what nobody may see falls out. No query if the page being
    answered has prepared its links, else one.
    """
    numbers = [number for number in ids if number]
    targets = link_targets(numbers)
    return [link_card(targets[number]) for number in numbers if number in targets]


def link_card(page: PageRow) -> Card:
    """A card made of what every page has, whatever its type; no query."""
    return Card(
        url=page.address_for(reading_language().code),
        title=page.title,
        language=language_of(page.language_code),
        kind_label=_type_label(page.content_type_id),
        seed=str(page.translation_key),
    )


def _type_label(content_type_id: int) -> str:
    """What the type calls itself before readers; nothing for one that is not of this site or has left the code."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    return model.type_label() if model is not None and hasattr(model, "type_label") else ""
