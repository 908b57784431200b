"""People of the admin: nobody is made without a role, and the list says which roles everybody has."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import IndexView, UserViewSet

from organisations.group_names import role_name


class NamedRoles:
    """Mixin: the roles to choose from, in words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].label_from_instance = role_name


class NewPersonForm(NamedRoles, UserCreationForm):
    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        if not self.cleaned_data.get("groups") and not self.cleaned_data.get("is_superuser"):
            self.add_error(
                "groups",
                _("Choose a role, or make this person an administrator. Without one they can do nothing."),
            )
        return data


class PersonForm(NamedRoles, UserEditForm):
    pass


class RolesColumn(Column):
    def get_value(self, instance: AbstractUser) -> str:
        if instance.is_superuser:
            return _("Administrator")
        return ", ".join(role_name(group) for group in instance.groups.all()) or "–"


class PeopleIndexView(IndexView):
    @cached_property
    def columns(self) -> list[Column]:
        """Wagtail's, with the roles in the place of a column that tells administrators only."""
        roles = RolesColumn("roles", label=gettext_lazy("Roles"), width="30%")
        return [roles if column.name == "is_superuser" else column for column in super().columns]

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().prefetch_related("groups")


class PeopleViewSet(UserViewSet):
    index_view_class = PeopleIndexView

    def get_form_class(self, for_update: bool = False) -> type[NamedRoles]:
        return PersonForm if for_update else NewPersonForm
