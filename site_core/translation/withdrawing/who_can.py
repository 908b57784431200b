"""Who may withdraw what somebody else may not: to be asked at ten in the evening, by name."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import Q
from wagtail.models import GroupPagePermission, Page

MOST = 5


def who_can(pages: Iterable[Page]) -> list[str]:
    """Names of people who may publish all of these pages, at most five. Two queries and one for their groups."""
    paths = [page.path for page in pages]
    places: dict[int, list[str]] = {}
    held = GroupPagePermission.objects.filter(permission__codename="publish_page")
    for group, path in held.values_list("group_id", "page__path"):
        places.setdefault(group, []).append(path)
    people = (
        get_user_model()
        .objects.filter(Q(is_superuser=True) | Q(groups__in=list(places)), is_active=True)
        .distinct()
        .prefetch_related("groups")
        .order_by("is_superuser", "last_name", "first_name", "pk")
    )

    def can(person: AbstractUser) -> bool:
        tops = [top for group in person.groups.all() for top in places.get(group.pk, [])]
        return person.is_superuser or all(any(path.startswith(top) for top in tops) for path in paths)

    return [person.get_full_name() or person.get_username() for person in people if can(person)][:MOST]
