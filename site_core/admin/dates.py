"""
Fields for dates and times in the admin: they show and take what the person at the desk writes.

Wagtail's picker knows one format for everybody, and puts *today* in the place of whatever it cannot read as soon as
the field is left: "20.12.2026" became the day it was typed on, without a word. Here the format is that of the person's
language (`site_core.formats`), the picker never changes what was typed, and what nobody can read is an error of the
form.
"""

from typing import Any

from django.db import models
from django.utils.formats import get_format
from wagtail.admin.datetimepicker import to_datetimepicker_format
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.panels import PublishingPanel
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput


class InOnesOwnFormat:
    """Mixin for Wagtail's widgets: the format is asked for when the field is drawn, as the language is known then."""

    format_key: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.format = None  # Django then takes the first of the language's formats.

    def get_config(self) -> dict[str, Any]:
        config = {
            **super().get_config(),
            "format": to_datetimepicker_format(get_format(self.format_key)[0]),
            "validateOnBlur": False,
        }
        if "formatTime" in config:
            config["formatTime"] = to_datetimepicker_format(get_format("TIME_INPUT_FORMATS")[0])
        return config


class DateInput(InOnesOwnFormat, AdminDateInput):
    pass


class TimeInput(InOnesOwnFormat, AdminTimeInput):
    pass


class DateTimeInput(InOnesOwnFormat, AdminDateTimeInput):
    pass


def use_ones_own_formats() -> None:
    """For every form that Wagtail makes of a model."""
    for field, widget in (
        (models.DateField, DateInput),
        (models.TimeField, TimeInput),
        (models.DateTimeField, DateTimeInput),
    ):
        register_form_field_override(field, override={"widget": widget})


class Schedule(PublishingPanel):
    """Wagtail's panel of the days a page goes public and goes away; it names Wagtail's own widgets."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for panel in self.children:
            wagtails = panel.widget
            if not isinstance(wagtails, DateTimeInput):
                panel.widget = DateTimeInput(
                    attrs=wagtails.attrs, js_overlay_parent_selector=wagtails.js_overlay_parent_selector
                )
