"""
A stand-in for OpenSearch: a real HTTP server on this machine that speaks as much of the protocol as the site does.

Strict where the real one is: unknown fields, an index that is not there, sizes beyond ten thousand are refused.
"""

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.stand_in import Speaker, StandIn

MOST = 10_000


class ClusterSpeaker(Speaker):
    """One request and its answer. `be_…` are the modes."""

    begun = b'{"responses"'

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        parts = urlsplit(self.path)
        lines = [json.loads(line) for line in body.splitlines()]
        self.service.asked.append((self.command, parts.path, lines))
        self.service.headers.append(dict(self.headers))
        getattr(self, f"be_{self.service.mode}")(parts.path, parse_qs(parts.query), lines)

    def do_PUT(self) -> None:
        self.do_POST()

    def answer(self, status: int, **content: Any) -> None:
        self.say(status, json.dumps(content).encode())

    def be_right(self, path: str, asked: dict[str, list[str]], lines: list[Any]) -> None:
        entries = self.service.entries
        match self.command, path.strip("/").split("/"):
            case "PUT", [index] if index.endswith("-1"):
                if entries is not None:
                    return self.answer(400, error={"type": "resource_already_exists_exception"})
                self.service.entries = {}
                self.service.name = next(iter(lines[0]["aliases"]))
                self.service.fields = set(lines[0]["mappings"]["properties"])
                return self.answer(200, acknowledged=True)
            case "PUT", [index, "_doc", pk]:
                if entries is None or index != self.service.name:
                    assert asked["require_alias"] == ["true"]
                    return self.answer(404, error={"type": "index_not_found_exception"})
                assert set(lines[0]) <= self.service.fields
                entries[pk] = {**lines[0], "fields": words_by_field(lines[0])}
                return self.answer(201, result="created")
            case "POST", ["_bulk"]:
                for line in lines:
                    (entries or {}).pop(line["delete"]["_id"], None)
                return self.answer(200, errors=False)
        return self.search(path.strip("/").split("/"), entries or {}, lines)

    def search(self, path: list[str], entries: dict[str, dict[str, Any]], lines: list[Any]) -> None:
        match path:
            case ["_msearch"]:
                found = [searched(entries, line) for line in lines[1::2]]
                self.answer(200, responses=[{"status": 200, "hits": {"hits": hits}} for hits in found])
            case [_index, "_mget"]:
                docs = [{"_id": pk, "found": pk in entries} for pk in lines[0]["ids"]]
                self.answer(200, docs=docs)
            case [_index, "_refresh"]:
                self.answer(200)
            case [_index, "_search"] if "aggs" in lines[0]:
                self.answer(200, aggregations={"words": composite(entries, lines[0])})
            case [_index, "_search"]:
                self.answer(200, hits={"hits": searched(entries, lines[0])})
            case _:
                self.answer(400, error={"type": "not understood"})

    def be_broken(self, *asked: Any) -> None:
        self.answer(503, error={"type": "cluster_block_exception"})

    def be_refusing(self, *asked: Any) -> None:
        self.answer(401, error={"type": "security_exception"})

    def be_malformed(self, *asked: Any) -> None:
        self.say(200, b'{"responses": [')

    def be_another_shape(self, *asked: Any) -> None:
        self.answer(200, responses=[{"status": 200, "hits": {"hits": [{"sort": ["x"]}]}}])

    def be_a_list(self, *asked: Any) -> None:
        self.say(200, b"[1]")

    def be_short_of_all(self, *asked: Any) -> None:
        self.answer(200, responses=[])

    def be_partly_failing(self, path: str, asked: Any, lines: list[Any]) -> None:
        self.answer(200, responses=[{"status": 500, "error": {"type": "x"}} for _line in lines[1::2]])

    def be_out_of_time(self, path: str, asked: Any, lines: list[Any]) -> None:
        """The real one answers with what it has by then."""
        self.answer(
            200,
            responses=[{"status": 200, "timed_out": True, "hits": {"hits": []}} for _line in lines[1::2]],
        )

    def be_missing_shards(self, path: str, asked: Any, lines: list[Any]) -> None:
        """A machine of the cluster is away, with its part of the index."""
        part = {"status": 200, "timed_out": False, "_shards": {"failed": 1}, "hits": {"hits": []}}
        self.answer(200, responses=[part for _line in lines[1::2]])

    def be_huge(self, *asked: Any) -> None:
        self.say(200, b'{"responses": ["' + b"x" * 9_000_000)


class ClusterServer(StandIn):
    """`mode` says how it behaves; `asked` holds method, path and documents of every request."""

    speaker = ClusterSpeaker

    def __init__(self) -> None:
        super().__init__()
        self.headers: list[dict[str, str]] = []
        self.entries: dict[str, dict[str, Any]] | None = None
        self.fields: set[str] = set()
        self.name = ""

    def questions(self) -> list[dict[str, Any]]:
        """Of every search of readers."""
        return [line for _, path, lines in self.asked if path == "/_msearch" for line in lines[1::2]]


def searched(entries: dict[str, dict[str, Any]], asked: dict[str, Any]) -> list[dict[str, Any]]:
    assert asked["size"] <= MOST
    after = asked.get("search_after", [-1])[0]
    found = sorted(each["entry"] for each in entries.values() if fits(each, asked.get("query")))
    return [{"sort": [entry]} for entry in found if entry > after][: asked["size"]]


def words_by_field(entry: dict[str, Any]) -> dict[str, set[str]]:
    """As the analyser of the fields parts them: by spaces."""
    texts = {name: [entry[name]] for name in ("title", "summary")}
    texts |= {name: entry[name] for name in ("own", "everything")}
    return {name: {word for text in each for word in text.split()} for name, each in texts.items()}


def fits(entry: dict[str, Any], query: dict[str, Any] | None) -> bool:
    if query is None:
        return True
    ((kind, content),) = query.items()
    if kind == "bool":
        needed, instead = content.get("filter", []), content.get("should", [])
        return all(fits(entry, each) for each in needed) and (
            not instead or any(fits(entry, each) for each in instead)
        )
    ((field, wanted),) = content.items()
    if kind == "match_phrase":
        texts = [entry[field]] if isinstance(entry[field], str) else entry[field]
        phrase = re.compile(rf"(^| ){re.escape(wanted)}( |$)")
        return any(phrase.search(text) for text in texts)
    words = entry["fields"][field]
    match kind:
        case "term":
            return wanted in words
        case "terms":
            return not words.isdisjoint(wanted)
        case "prefix":
            return any(word.startswith(wanted) for word in words)
    raise AssertionError(f"not a query: {kind}")


def composite(entries: dict[str, dict[str, Any]], asked: dict[str, Any]) -> dict[str, Any]:
    source = asked["aggs"]["words"]["composite"]
    after = source.get("after", {}).get("word", "")
    words: Iterable[str] = sorted({word for each in entries.values() for word in each["words"]})
    page = [word for word in words if word > after][: source["size"]]
    buckets = [{"key": {"word": word}, "doc_count": 1} for word in page]
    return {"buckets": buckets, **({"after_key": {"word": page[-1]}} if page else {})}
