"""
Snippets of all rooms in one menu: what pages are tagged with, and whom they name.

Rooms on one floor do not know one another, so each puts its own lists into this menu.
"""

from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.admin.ui.tables import Column
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from site_core.admin.columns import LanguageColumn
from site_core.translation.permissions import User, holds_language

REGISTER_HOOK = "register_vocabulary_menu_item"
CHANGES = ("change", "add", "delete")

vocabulary_menu = Menu(register_hook_name=REGISTER_HOOK, construct_hook_name="construct_vocabulary_menu")


class InOwnLanguages(ModelPermissionPolicy):
    """Django's permission for the model, and the language of the row in one's hands."""

    def user_has_permission_for_instance(self, user: User, action: str, instance: Model) -> bool:
        allowed = super().user_has_permission_for_instance(user, action, instance)
        return allowed and (action not in CHANGES or holds_language(user, instance.locale_id))


class VocabularyIndexView(IndexView):
    """Rows of one's own languages lead to the editor, others to what can be read of them."""

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("locale")

    def get_edit_url(self, instance: Model) -> str | None:
        return self._if_own("change", instance, super().get_edit_url)

    def get_copy_url(self, instance: Model) -> str | None:
        return self._if_own("add", instance, super().get_copy_url)

    def get_delete_url(self, instance: Model) -> str | None:
        return self._if_own("delete", instance, super().get_delete_url)

    def _if_own(self, action: str, instance: Model, url: Any) -> str | None:
        return url(instance) if self.user_has_permission_for_instance(action, instance) else None


class VocabularyViewSet(SnippetViewSet):
    """Base of the rooms' snippet lists. `model`, `icon`, `menu_order` and `own_columns` are the room's."""

    index_view_class = VocabularyIndexView
    inspect_view_enabled = True
    copy_view_enabled = False
    menu_hook = REGISTER_HOOK
    own_columns: tuple[str | Column, ...] = ()

    @property
    def list_display(self) -> list[str | Column]:
        return ["__str__", LanguageColumn(), *self.own_columns]

    @property
    def permission_policy(self) -> ModelPermissionPolicy:
        return InOwnLanguages(self.model)


def register_vocabulary(*viewsets: type[VocabularyViewSet]) -> None:
    for viewset in viewsets:
        register_snippet(viewset)


@hooks.register("register_admin_menu_item")
def vocabulary_menu_item() -> SubmenuMenuItem:
    return SubmenuMenuItem(
        _("Vocabulary"), vocabulary_menu, name="vocabulary", icon_name="list-ul", order=150
    )
