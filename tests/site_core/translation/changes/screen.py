"""The screen of changes, used as a person uses it: what stands in its fields is sent back unless it is typed over."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation

from site_core.translation.changes.comparison import Comparison
from site_core.translation.changes.form import Shown
from site_core.translation.changes.names import changes_url
from site_core.translation.changes.texts import ChangedText

Typed = dict[str, str]
"""By path, what is typed there."""


def changed(translation: Translation) -> list[ChangedText]:
    """As somebody finds it who comes now."""
    return Comparison(Translation.objects.select_related("source").get(pk=translation.pk)).rows


def open_screen(client: Client, translation: Translation) -> HttpResponse:
    answer = client.get(changes_url(translation.pk), headers={"accept-language": "en"})
    assert answer.status_code == 200
    return answer


def filled(shown: list[Shown], typed: Typed, still: tuple[str, ...] = ()) -> dict[str, Any]:
    """What a browser would send of these texts."""
    data = {}
    for one in shown:
        data[f"seen-{one.row.key}"] = one.seen
        data[f"text-{one.row.key}"] = typed.get(one.row.path, one.text)
        if one.row.path in still or one.still:
            data[f"still-{one.row.key}"] = "on"
    return data


def send(
    client: Client, translation: Translation, data: dict[str, Any], action: str = "save"
) -> HttpResponse:
    return client.post(
        changes_url(translation.pk),
        {**data, "action": action},
        follow=True,
        headers={"accept-language": "en"},
    )


def fill(
    client: Client,
    translation: Translation,
    typed: Typed,
    still: tuple[str, ...] = (),
    action: str = "save",
) -> HttpResponse:
    """Open the screen, type, press the button."""
    shown = open_screen(client, translation).context["form"].shown
    return send(client, translation, filled(shown, typed, still), action)


def said(answer: HttpResponse) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def stored(translation: Translation, path: str) -> list[str]:
    """Translations of what the source says in this place to translators."""
    rows = StringTranslation.objects.filter(
        context__path=path, context__object_id=translation.source.object_id, locale=translation.target_locale
    )
    return list(rows.order_by("pk").values_list("data", flat=True))
