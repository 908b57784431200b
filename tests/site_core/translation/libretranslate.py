"""
A stand-in for LibreTranslate: a real HTTP server on this machine that speaks its protocol, well or badly.

Also for the demo, where no such service is at hand:
`python -m tests.site_core.translation.libretranslate 5050`, then start the demo with
`MACHINE_TRANSLATION_URL=http://127.0.0.1:5050`.
"""

import json
import re
import sys
from collections.abc import Callable
from threading import Event
from typing import Any

from tests.stand_in import Speaker, StandIn

TARGETS = ["en", "uk", "be", "ar", "es"]
LETTERS = {
    "uk": str.maketrans("abcdefghijklmnoprstuwyząćęłńóśźż", "абцдефгхіжклмнопрстувизоцеьнусзж"),
    "be": str.maketrans("abcdefghijklmnoprstuwyząćęłńóśźż", "абцдэфгхіжклмнопрстувызоцельусзж"),
    "ar": str.maketrans("abcdefghijklmnoprstuwyząćęłńóśźż", "ابصدعفغهيجكلمنوبرستوويزاثعلنوشزظ"),
}


def in_other_letters(text: str, code: str) -> str:
    """Letters of the target's script, so that it looks like a translation; tags and placeholders stay."""
    parts = re.split(r"(<[^>]*>|&\w+;|\[\[\d+\]\])", text)
    table = LETTERS.get(code)
    return "".join(
        part
        if number % 2
        else (part.lower().translate(table) if table else f"{part} ok" if part.strip() else part)
        for number, part in enumerate(parts)
    )


class LibreTranslateSpeaker(Speaker):
    """One question and its answer. `be_…` are the modes."""

    begun = b'{"translatedText": ["'

    def do_GET(self) -> None:
        known = [{"code": "pl", "name": "Polish", "targets": self.service.targets}]
        self.say(200, json.dumps(known).encode())

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.service.asked.append(question)
        if self.service.failures:
            self.service.failures -= 1
            self.say(429, b"{}", {"Retry-After": "0"})
        else:
            getattr(self, f"be_{self.service.mode}")(question)

    def translate(self, question: dict[str, Any], change: Callable[[str], str] = str) -> None:
        texts = [change(self.service.answer(text, question["target"])) for text in question["q"]]
        self.say(200, json.dumps({"translatedText": texts}).encode())

    def be_right(self, question: dict[str, Any]) -> None:
        self.translate(question)

    def be_hanging(self, question: dict[str, Any]) -> None:
        self.service.released.wait(30)

    def be_busy(self, question: dict[str, Any]) -> None:
        self.say(429, b"{}", {"Retry-After": "3600"})

    def be_away_for_a_moment(self, question: dict[str, Any]) -> None:
        self.say(503, b"", {"Retry-After": "Mon, 01 Jan 2001 00:00:00 GMT"})

    def be_broken(self, question: dict[str, Any]) -> None:
        self.say(500, b"<h1>Traceback</h1>")

    def be_refusing(self, question: dict[str, Any]) -> None:
        self.say(403, b'{"error": "Invalid API key"}')

    def be_elsewhere(self, question: dict[str, Any]) -> None:
        self.say(307, b"", {"Location": f"{self.service.url}/other"})

    def be_malformed(self, question: dict[str, Any]) -> None:
        self.say(200, b'{"translatedText": [')

    def be_another_shape(self, question: dict[str, Any]) -> None:
        self.say(200, json.dumps({"translatedText": [None for _text in question["q"]]}).encode())

    def be_short_of_one(self, question: dict[str, Any]) -> None:
        self.say(200, json.dumps({"translatedText": question["q"][1:]}).encode())

    def be_one_too_many(self, question: dict[str, Any]) -> None:
        self.say(200, json.dumps({"translatedText": [*question["q"], "x"]}).encode())

    def be_huge(self, question: dict[str, Any]) -> None:
        self.say(200, b'{"translatedText": ["' + b"x" * 3_000_000)

    def be_dropping_tags(self, question: dict[str, Any]) -> None:
        self.translate(question, lambda text: re.sub(r"<[^>]*>", "", text))

    def be_adding_tags(self, question: dict[str, Any]) -> None:
        self.translate(question, lambda text: f"{text}<b>x</b>")

    def be_adding_scripts(self, question: dict[str, Any]) -> None:
        self.translate(question, lambda text: f"{text}<script>alert(1)</script>")

    def be_unchanged(self, question: dict[str, Any]) -> None:
        self.say(200, json.dumps({"translatedText": question["q"]}).encode())

    def be_silent(self, question: dict[str, Any]) -> None:
        self.translate(question, lambda text: "")

    def be_chatty(self, question: dict[str, Any]) -> None:
        self.translate(question, lambda text: text * 20)

    def be_russian(self, question: dict[str, Any]) -> None:
        self.translate(question, lambda text: f"это {text}")


class LibreTranslate(StandIn):
    """`mode` says how it behaves; `asked` holds every question it got, `answer` may be replaced by a function."""

    speaker = LibreTranslateSpeaker
    answer_of = staticmethod(in_other_letters)
    targets = TARGETS

    def __init__(self, port: int = 0) -> None:
        super().__init__(port)
        self.answer: Callable[[str, str], str] = in_other_letters
        self.failures = 0

    @property
    def texts(self) -> list[str]:
        """Every text that was sent, in order."""
        return [text for question in self.asked for text in question["q"]]


if __name__ == "__main__":
    LibreTranslate(int(sys.argv[1]))
    Event().wait()
