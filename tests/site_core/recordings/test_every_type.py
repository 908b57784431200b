"""Every type of page has the slot, whatever its layout: on the page, and for editors."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page

from site_core.languages.addresses import page_address
from site_core.models import HomePage
from site_core.samples import page_samples
from tests.languages.sample_pages import publish_sample
from tests.site_core.recordings.conftest import Attach

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", page_samples(), ids=lambda model: model.__name__)
def test_a_sample_is_shown_with_what_stands_beside_it(
    model: type[Page], home: HomePage, with_film: Attach, with_sound: Attach, reader: Client
) -> None:
    page = with_sound(with_film(publish_sample(model, home, body=[])))
    if model is HomePage:
        HomePage.objects.filter(locale=page.locale).exclude(pk=page.pk).update(live=False)
    text = reader.get(page_address(page)).content.decode()
    assert text.count("<video") == text.count("<audio") == 1
    assert text.index("<h1") < text.index('id="recording-film"') < text.index('id="recording-sound"')


def test_every_type_has_the_tab(demo_page: Callable[..., Page]) -> None:
    for model in page_samples():
        formsets = model.get_edit_handler().get_form_class().formsets
        assert {"sign_language_films", "audio_recordings"} <= set(formsets), model
