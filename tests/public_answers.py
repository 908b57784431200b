"""What an anonymous reader is answered at every public address, asked once per process.

Many tests look at every page and change nothing. A page's answer is the same for all of them, and asking for all
pages takes seconds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.test import Client


@dataclass(frozen=True, slots=True)
class Answer:
    """The part of a response that a reader's browser gets."""

    status_code: int
    text: str
    headers: Mapping[str, str]
    cookies: tuple[str, ...]


def answers_at(addresses: Iterable[str]) -> dict[str, Answer]:
    """One reader who goes from page to page; an error of ours is an answer of 500."""
    reader = Client(raise_request_exception=False)
    answers = {}
    for address in addresses:
        response = reader.get(address)
        answers[address] = Answer(
            response.status_code,
            response.content.decode(),
            dict(response.headers),
            tuple(response.cookies),
        )
    return answers
