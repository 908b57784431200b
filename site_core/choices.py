"""The words of a stored choice."""

from django.db.models import TextChoices


def label_of(choices: type[TextChoices], value: str) -> str:
    """
    In the reader's language; the value itself where the vocabulary no longer has it.

    Says what `get_…_display` says. That puts every label of the vocabulary into a new dictionary at each call, which
    was a fifteenth of a lesson with seven files.
    """
    try:
        return str(choices(value).label)
    except ValueError:
        return value
