"""The edition of what editors have added: another after every change, so each process learns of it."""

from uuid import uuid4

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast

from site_core.models import CuratedEdition

THE_ONE = 1


def edition() -> QuerySet:
    """The one row there is, or none, as an empty text and the edition; so it can come along in another query."""
    named = Cast("token", TextField())
    return CuratedEdition.objects.filter(pk=THE_ONE).values_list(Value("", TextField()), named)


def tell_everybody() -> None:
    """In the transaction of the change, so that nobody sees the one without the other."""
    CuratedEdition.objects.update_or_create(pk=THE_ONE, defaults={"token": uuid4()})
