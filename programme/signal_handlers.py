"""What changes of names mean for pages that show them: they are found by them, though no editor wrote them there."""

from typing import Any

from django.apps import apps
from django.db.models import Model, Q
from django.db.models.signals import post_save, pre_delete
from wagtail.models import Page

from programme.models import PartnerInstitution, PartnersPage, Topic
from site_core.search.signal_handlers import pages_changed

_SHOWN_BY = {PartnerInstitution: "partners", Topic: "topics"}
"""The relations that pages have to names, on every version of a page to the row of the source language."""


def connect() -> None:
    """Once, when the site starts."""
    for model in _SHOWN_BY:
        for signal in (post_save, pre_delete):  # before it is deleted it is still known who shows it
            signal.connect(name_changed, sender=model, dispatch_uid="programme.name_changed")


def name_changed(sender: type[PartnerInstitution | Topic], instance: Any, **kwargs: Any) -> None:
    """Also of a translation: pages in any language may show it."""
    numbers = {pk for model in _pages_with(_SHOWN_BY[sender]) for pk in _showing(model, sender, instance)}
    if sender is PartnerInstitution:
        numbers.update(PartnersPage.objects.values_list("pk", flat=True))
    pages_changed(Page.objects.live().filter(pk__in=numbers).order_by("pk").values_list("pk", flat=True))


def _pages_with(relation: str) -> list[type[Model]]:
    """Types of pages, of any room."""
    return [model for model in apps.get_models() if issubclass(model, Page) and hasattr(model, relation)]


def _showing(model: type[Model], sender: type[Model], instance: Any) -> list[int]:
    relation = _SHOWN_BY[sender]
    same = Q(**{f"{relation}__translation_key": instance.translation_key})
    return list(model._default_manager.filter(same).values_list("pk", flat=True))
