"""Lists of pages of one type, wherever they stand in the tree and whatever their language."""

from django.conf import settings
from django.db.models import QuerySet
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page

from site_core.admin.filters import ListingFilters
from site_core.translation.permissions import User
from site_core.translation.row_menu import with_source_of_translations


class ChooseSourceParent(ChooseParentView):
    """Pages begin in the source language. Where there is one place only, Wagtail opens the form at once."""

    locale = None  # From Wagtail 8 on places are narrowed to the address's language; ours are the source's.

    def get_valid_parent_pages(self, user: User) -> QuerySet:
        return super().get_valid_parent_pages(user).filter(locale__language_code=settings.LANGUAGE_CODE)


def may_add(user: User, model: type[Page]) -> bool:
    """Is there a place where this person may add a page of the type?"""
    return ChooseSourceParent(model=model).get_valid_parent_pages(user).exists()


class TypeIndexView(IndexView):
    """One list for all languages; the rows say which they are in, so Wagtail's own label is not needed."""

    base_filterset_class = ListingFilters
    show_locale_labels = False

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        return with_source_of_translations(super().annotate_queryset(pages))

    def get_add_url(self) -> str | None:
        return super().get_add_url() if may_add(self.request.user, self.model) else None


class TypeListing(PageListingViewSet):
    """Base of the rooms' lists. `icon`, `menu_label`, `menu_order`, `model` and `columns` are the room's."""

    index_view_class = TypeIndexView
    choose_parent_view_class = ChooseSourceParent
    filterset_class = ListingFilters
    add_to_admin_menu = True
