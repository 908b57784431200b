"""Who remembers a sentence of a file finds the page that offers it, and reads the sentence there."""

import pytest
from django.test import Client
from wagtail.models import Page

from tests.site_core.search.test_files_shown import shown
from tests.site_core.search.test_indexing import found

pytestmark = pytest.mark.django_db

FIRST = 3
REMEMBERED = [
    ("pl", "zadzwoń pod 986, w zagrożeniu pod 112", "Kraków bez napisów nienawiści"),
    ("pl", "imie i jedno slowo w swoim jezyku", "Sąsiedzki stół"),
    ("pl", "podziel klasę na grupy po 3–4 osoby", "Słowa, które ranią: hejt a mowa nienawiści"),
    ("en", "go to the person being insulted", "Słyszę? Reaguję."),
    (
        "uk",
        "скажіть де ви і що відбувається",
        "Co mogę zrobić? Przewodnik dla osoby, która doświadczyła nienawiści",
    ),
    ("ar", "لا تنشر شيئا من دون موافقة", "Pięć bezpiecznych sposobów reagowania"),
]


@pytest.mark.parametrize(("reader", "sentence", "title"), REMEMBERED)
def test_it_is_among_the_first_three(reader: str, sentence: str, title: str) -> None:
    key = Page.objects.get(title=title, locale__language_code="pl").translation_key
    codes = dict.fromkeys((reader, "en", "pl"))
    first = Page.objects.filter(pk__in=found(sentence, *codes)[:FIRST])
    assert key in set(first.values_list("translation_key", flat=True))


def test_the_sentence_is_shown(client: Client) -> None:
    answer = shown(client, "ktoś chce wyjść, odprowadź go do bramy")
    assert "W pliku „Przewodnik po polsku” (PDF):" in answer
    assert "Ktoś chce <mark>wyjść</mark>: <mark>odprowadź</mark> go do <mark>bramy</mark>" in answer
