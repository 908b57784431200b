"""One login per role. Accounts for showing the site: their passwords are printed at every start."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser

ADMINISTRATOR = "administrator"


def demo_password(role: str) -> str:
    return f"demo-{role}-2026"


def ensure_administrator() -> AbstractUser:
    user, created = get_user_model().objects.get_or_create(
        username=ADMINISTRATOR,
        defaults={"email": f"{ADMINISTRATOR}@demo.example", "is_staff": True, "is_superuser": True},
    )
    if created:
        user.set_password(demo_password(ADMINISTRATOR))
        user.save()
    return user


def logins() -> list[tuple[str, str, str]]:
    """(role, user name, password) of each demo account."""
    return [("Administrator", ADMINISTRATOR, demo_password(ADMINISTRATOR))]
