"""
What a machine must not touch, and need not know, goes as a number in brackets and comes back as it was.

E-mail addresses and addresses of pages; numbers of three digits and more: the phone numbers of those who help among
them, which a translation that is nearly right would get nearly right.
"""

import re
from collections import Counter
from dataclasses import dataclass

KEPT = re.compile(
    r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"  # e-mail
    r"|(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)]"
    r"|\+?\d(?:[\d \u00a0()\-]*\d)+"
)
LEAST_DIGITS = 3
TOKEN = re.compile(r"\[\[\s*(\d+)\s*\]\]")


@dataclass(frozen=True, slots=True)
class Protected:
    """`text` is what is sent; `kept` what stands in it as [[1]], [[2]], …"""

    text: str
    kept: tuple[str, ...]

    def restored(self, answer: str) -> str | None:
        """None unless each of them came back exactly once."""
        numbers = [int(number) for number in TOKEN.findall(answer)]
        if Counter(numbers) != Counter(range(1, len(self.kept) + 1)):
            return None
        return TOKEN.sub(lambda found: self.kept[int(found[1]) - 1], answer)

    @property
    def words(self) -> str:
        """What is left to translate."""
        return TOKEN.sub("", self.text)


def protected(text: str) -> Protected:
    """Tags are left alone. A text that has such brackets of its own is not told apart: it comes back as it is not."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        if "@" not in found[0] and "." not in found[0] and sum(map(str.isdigit, found[0])) < LEAST_DIGITS:
            return found[0]
        kept.append(found[0])
        return f"[[{len(kept)}]]"

    parts = re.split(r"(<[^>]*>)", text)
    sent = "".join(part if number % 2 else KEPT.sub(keep, part) for number, part in enumerate(parts))
    return Protected(sent, tuple(kept))
