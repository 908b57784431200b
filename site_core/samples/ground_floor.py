"""Samples of the shared blocks and of the ground floor's pages."""

from typing import Any

from site_core.models import HomePage, StandardPage
from site_core.samples.registry import SampleObjects, register_block_sample, register_page_sample

TEXT = (
    "<h2>Nagłówek</h2><p>Pierwszy <b>akapit</b> z <i>wyróżnieniem</i>.</p><ul><li>jeden</li><li>dwa</li></ul>"
)
IN_OTHER_LANGUAGES = (
    '<p>Po ukraińsku: <span lang="uk" dir="ltr">дякую</span>.</p><p><span lang="ar" dir="rtl">شكرا</span></p>'
)
SHORT = '<p>Krótki tekst z <a href="tel:112">numerem</a>.</p>'


def _item(value: Any, number: int = 0) -> dict[str, Any]:
    return {"type": "item", "value": value, "id": f"00000000-0000-4000-8000-{number:012d}"}


def _titled(number: int) -> dict[str, Any]:
    return _item({"title": f"Część {number}", "text": SHORT}, number)


def rich_text(objects: SampleObjects) -> str:
    return f'{TEXT}{IN_OTHER_LANGUAGES}<p><a linktype="page" id="{objects.page_id}">Dalej</a></p>'


def figure(objects: SampleObjects) -> dict[str, Any]:
    image = {"image": objects.image_id, "alt_text": "Dwa dymki", "decorative": False}
    return {"image": image, "caption": "Podpis", "credit": "CC0"}


def file_list(objects: SampleObjects) -> dict[str, Any]:
    file = {"document": objects.document_id, "label": "Plakat", "language": "pl"}
    return {"heading": "Do pobrania", "files": [_item(file)]}


def video(objects: SampleObjects) -> dict[str, Any]:
    captions = [_item({"language": "pl", "document": objects.document_id})]
    return {
        "title": "Film",
        "source_file": objects.document_id,
        "source_url": "",
        "captions": captions,
        "transcript": SHORT,
    }


def contact_card(objects: SampleObjects) -> dict[str, Any]:
    return {
        "unit": "Straż Miejska (City Guard)",
        "name_language": "en",
        "role": "Napisy na murach",
        "phone": "986",
        "email": "",
        "website": "https://example.org/",
        "hours": "całą dobę",
        "languages": ["pl", "uk"],
    }


BLOCKS = {
    "rich_text": rich_text,
    "quote": lambda objects: {"text": "Zareaguję bezpiecznie.", "source": "Z regulaminu"},
    "steps": lambda objects: {"heading": "Kroki", "steps": [_titled(1), _titled(2)]},
    "accordion": lambda objects: {"heading": "Pytania", "items": [_titled(1), _titled(2)]},
    "callout": lambda objects: {"tone": "safety", "title": "Najpierw bezpieczeństwo", "text": SHORT},
    "glossary_term": lambda objects: {
        "term": "niekrzywdzenie (अहिंसा)",
        "definition": "Nikogo nie krzywdzić.",
        "language": "hi",
    },
    "harmful_example": lambda objects: {"why": "Dla różnicy", "example": "„w*** stąd”", "context": SHORT},
    "figure": figure,
    "file_list": file_list,
    "video": video,
    "related_pages": lambda objects: {"heading": "Zobacz też", "pages": [_item(objects.page_id)]},
    "contact_card": contact_card,
}


def register() -> None:
    for name, sample in BLOCKS.items():
        register_block_sample(name, sample)
    register_page_sample(HomePage, lambda body: HomePage(summary="Strona główna.", lead="Wstęp.", body=body))
    register_page_sample(StandardPage, lambda body: StandardPage(summary="Zwykła strona.", body=body))
