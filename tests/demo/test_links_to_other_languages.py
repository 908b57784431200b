"""In a language that has a part of the pages, a link to a page it does not have says what waits there."""

import re

import pytest

from demo.content_files import read_pages

# In the words of the reader: “in Polish”, and for easy Polish “a harder text”.
SAYS_SO = {"be": "па-польску", "ar": "بالبولندية", "pl-simple": "trudniejszy tekst"}

LINK = re.compile(r"\[([^\]]*)\]\(page:([a-z0-9-]+)\)")
RELATED = re.compile(r"^heading: (.*)\npages: \[(.*)\]$", re.MULTILINE)


@pytest.mark.parametrize(("language", "words"), SAYS_SO.items())
def test_links_to_polish_pages_say_so(language: str, words: str) -> None:
    pages = read_pages()
    silent = []
    for key, page in pages.items():
        if language not in page.texts:
            continue
        body = page.texts[language].body
        links = [(text, [target]) for text, target in LINK.findall(body)]
        links += [(heading, targets.split(", ")) for heading, targets in RELATED.findall(body)]
        for text, targets in links:
            missing = [target for target in targets if language not in pages[target].texts]
            if missing and words not in " ".join(text.split()):
                silent.append((key, text, missing))
    assert silent == []
