"""
The workspace of an organisation: its pages, its collection of images and documents, its two groups.

Both groups are named with the number of the organisation, which stays when its name changes.
"""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from wagtail.models import Collection

from organisations.group_names import (
    AUTHOR,
    COORDINATOR,
    organisations_group,
    start_of_organisations_group,
)
from organisations.models import Organisation, OrganisationPage
from organisations.roles import (
    ENTER,
    START_TRANSLATION,
    WRITES,
    allow_on_collection,
    allow_on_page,
    ensure_group,
)


@dataclass(frozen=True, slots=True)
class Workspace:
    """`authors` draft pages of their own; `coordinators` look after all of the organisation's. Neither publishes."""

    authors: Group
    coordinators: Group
    collection: Collection


def ensure_workspace(organisation: Organisation) -> Workspace:
    """
    Groups and collection of an organisation, with rights on its page in every language. Idempotent.

    Call it again when the organisation's page gets another language. Whichever language's row is given, it is one
    organisation with one workspace, numbered after the row that was first.
    """
    organisation = Organisation.objects.filter(translation_key=organisation.translation_key).earliest("pk")
    authors = _group(AUTHOR, organisation, [ENTER])
    coordinators = _group(COORDINATOR, organisation, [ENTER, START_TRANSLATION])
    collection = _collection(organisation, coordinators)
    allow_on_collection(authors, collection, ("add", "choose"))
    allow_on_collection(coordinators, collection, ("add", "change", "delete", "choose"))
    for page in OrganisationPage.objects.filter(
        organisation__translation_key=organisation.translation_key, alias_of=None
    ):
        allow_on_page(authors, page, ("add",))
        allow_on_page(coordinators, page, WRITES)
    return Workspace(authors, coordinators, collection)


def _group(role: str, organisation: Organisation, permissions: list[str]) -> Group:
    known = Group.objects.filter(name__startswith=start_of_organisations_group(role, organisation.pk)).first()
    name = known.name if known else organisations_group(role, organisation.pk, organisation.name)
    return ensure_group(name, permissions)


def _collection(organisation: Organisation, coordinators: Group) -> Collection:
    known = Collection.objects.filter(group_permissions__group=coordinators).order_by("path").first()
    return known or Collection.get_first_root_node().add_child(name=organisation.name)
