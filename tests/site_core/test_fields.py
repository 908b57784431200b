"""Fields the rooms share."""

from events.models import EventPage


def test_a_field_of_codes_is_labelled_like_its_neighbours() -> None:
    """Django's own fields begin their labels with a capital; so does the one that is ours."""
    labels = {name: str(EventPage._meta.get_field(name).formfield().label) for name in ("access", "capacity")}
    assert labels["capacity"] == "Liczba miejsc"
    assert labels["access"] == "Dostępność"
