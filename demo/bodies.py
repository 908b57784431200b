"""A page body: Markdown and containers, as the raw data of a StreamField."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import yaml

from demo.content_files import ContentError, PageText
from demo.markdown import plain, rich_text

# Ids of blocks follow from the page and their place in it, so that each language version has the same ones.
BLOCK_NAMESPACE = UUID("6f6d8a0e-6d0b-5b0e-9a57-9c1f3c6d2f10")

CONTAINER = re.compile(r"^::: (\w+)\n(.*?)^:::$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lookups:
    """Where a body finds what it names: ids of pages by key, of documents and images by file name."""

    page_id: Callable[[str], int]
    document_id: Callable[[str], int]
    image_id: Callable[[str], int]


Converter = Callable[[dict[str, Any], Lookups, Callable[[str], str]], dict[str, Any]]


def stream_data(key: str, text: PageText, lookups: Lookups) -> list[dict[str, Any]]:
    """Raw stream data of a body. Raises ContentError with the file's name for a container that cannot be read."""
    blocks: list[dict[str, Any]] = []

    def block_id(place: str) -> str:
        return str(uuid5(BLOCK_NAMESPACE, f"{key}/{len(blocks)}/{place}"))

    for name, content in pieces(text.body):
        if name == "rich_text":
            value: Any = rich_text(content, lookups.page_id)
        else:
            value = container(name, content, text.path, lookups, block_id)
        blocks.append({"type": name, "value": value, "id": block_id("block")})
    return blocks


def pieces(body: str) -> list[tuple[str, str]]:
    """The body as (block name, content) in order; running text between containers is one rich text."""
    found: list[tuple[str, str]] = []
    position = 0
    for match in CONTAINER.finditer(body):
        found.append(("rich_text", body[position : match.start()]))
        found.append((match[1], match[2]))
        position = match.end()
    found.append(("rich_text", body[position:]))
    return [(name, content) for name, content in found if content.strip()]


def container(
    name: str, content: str, path: Path, lookups: Lookups, block_id: Callable[[str], str]
) -> dict[str, Any]:
    convert = CONVERTERS.get(name)
    if convert is None:
        raise ContentError(f"{path}: there is no block called “{name}”")
    try:
        return convert(yaml.safe_load(content), lookups, block_id)
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise ContentError(f"{path}: block “{name}” cannot be read: {error!r}") from error


def _items(entries: Sequence[Any], place: str, block_id: Callable[[str], str]) -> list[dict[str, Any]]:
    return [
        {"type": "item", "value": value, "id": block_id(f"{place}/{number}")}
        for number, value in enumerate(entries)
    ]


def _titled(entries: list[dict[str, Any]], lookups: Lookups) -> list[dict[str, Any]]:
    return [
        {"title": plain(entry["title"]), "text": rich_text(entry["text"], lookups.page_id)}
        for entry in entries
    ]


def quote(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    return {"text": plain(data["text"]), "source": plain(data.get("source") or "")}


def steps(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    entries = _titled(data["steps"], lookups)
    return {"heading": plain(data.get("heading") or ""), "steps": _items(entries, "steps", block_id)}


def accordion(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    entries = _titled(data["items"], lookups)
    return {"heading": plain(data.get("heading") or ""), "items": _items(entries, "items", block_id)}


def callout(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    return {
        "tone": data["tone"],
        "title": plain(data["title"]),
        "text": rich_text(data["text"], lookups.page_id),
    }


def contact_card(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    texts = {
        name: plain(data.get(name) or "") for name in ("unit", "role", "phone", "email", "website", "hours")
    }
    return {
        **texts,
        "name_language": data.get("name_language") or "",
        "languages": data.get("languages") or [],
    }


def glossary_term(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    return {
        "term": plain(data["term"]),
        "definition": plain(data["definition"]),
        "language": data.get("language") or "",
    }


def harmful_example(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    return {
        "why": plain(data["why"]),
        "example": plain(data["example"]),
        "context": rich_text(data["context"], lookups.page_id),
    }


def video(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    source = data.get("source") or ""
    elsewhere = source.startswith("https://")
    captions = [
        {"language": entry["language"], "document": lookups.document_id(entry["file"])}
        for entry in data.get("captions") or []
    ]
    return {
        "title": plain(data["title"]),
        "source_file": lookups.document_id(source) if source and not elsewhere else None,
        "source_url": source if elsewhere else "",
        "captions": _items(captions, "captions", block_id),
        "transcript": rich_text(data["transcript"], lookups.page_id),
    }


def file_list(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    files = [
        {
            "document": lookups.document_id(entry["file"]),
            "label": plain(entry["label"]),
            "language": entry["language"],
        }
        for entry in data["files"]
    ]
    return {"heading": plain(data["heading"]), "files": _items(files, "files", block_id)}


def related_pages(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    pages = [lookups.page_id(key) for key in data["pages"]]
    return {"heading": plain(data["heading"]), "pages": _items(pages, "pages", block_id)}


def figure(data: dict, lookups: Lookups, block_id: Callable[[str], str]) -> dict[str, Any]:
    alt = plain(data.get("alt") or "")
    return {
        "image": {"image": lookups.image_id(data["file"]), "alt_text": alt, "decorative": not alt},
        "caption": plain(data.get("caption") or ""),
        "credit": plain(data.get("credit") or ""),
    }


CONVERTERS: dict[str, Converter] = {
    "quote": quote,
    "steps": steps,
    "accordion": accordion,
    "callout": callout,
    "contact_card": contact_card,
    "glossary_term": glossary_term,
    "harmful_example": harmful_example,
    "video": video,
    "file_list": file_list,
    "related_pages": related_pages,
    "figure": figure,
}
