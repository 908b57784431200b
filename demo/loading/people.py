"""One login per role. Accounts for showing the site: their passwords are printed at every start."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group

from organisations.group_names import EDITOR, VIEWER, reviewer_of, translator_of
from organisations.models import Organisation
from organisations.workspaces import ensure_workspace

ADMINISTRATOR = "administrator"
AUTHOR, COORDINATOR = "ngo-author", "ngo-coordinator"


@dataclass(frozen=True, slots=True)
class Account:
    """A role to try; `group` is None where the group is that of an organisation, or none is needed."""

    role: str
    name: str
    group: str | None = None


ACCOUNTS = [
    Account("Administrator", ADMINISTRATOR),
    Account("Editor", "editor", EDITOR),
    Account("Translator: Ukrainian", "translator-uk", translator_of("uk")),
    Account("Reviewer: Ukrainian", "reviewer-uk", reviewer_of("uk")),
    Account("Translator: English", "translator-en", translator_of("en")),
    Account("Writer of easy Polish", "writer-easy-polish", translator_of("pl-simple")),
    Account("NGO author", AUTHOR),
    Account("NGO coordinator", COORDINATOR),
    Account("Viewer", "viewer", VIEWER),
]


def demo_password(role: str) -> str:
    return f"demo-{role}-2026"


def ensure_administrator() -> AbstractUser:
    return _ensure_account(ADMINISTRATOR, is_staff=True, is_superuser=True)


def ensure_people(organisation: Organisation) -> None:
    """An account for every role; the two of an NGO belong to `organisation`, whose page must exist."""
    workspace = ensure_workspace(organisation)
    own_groups = {AUTHOR: workspace.authors, COORDINATOR: workspace.coordinators}
    for account in ACCOUNTS:
        if account.name == ADMINISTRATOR:
            continue
        group = own_groups.get(account.name) or Group.objects.get(name=account.group)
        _ensure_account(account.name).groups.add(group)


def _ensure_account(name: str, **facts: bool) -> AbstractUser:
    user, created = get_user_model().objects.get_or_create(
        username=name, defaults={"email": f"{name}@demo.example", **facts}
    )
    if created:
        user.set_password(demo_password(name))
        user.save()
    return user


def logins() -> list[tuple[str, str, str]]:
    """(role, user name, password) of each demo account."""
    return [(account.role, account.name, demo_password(account.name)) for account in ACCOUNTS]
