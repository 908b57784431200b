"""Lists of pages of one type, wherever they stand in the tree and whatever their language."""

from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from site_core.admin.filters import ListingFilters


class TypeIndexView(IndexView):
    """One list for all languages; the rows say which they are in, so Wagtail's own label is not needed."""

    base_filterset_class = ListingFilters
    show_locale_labels = False


class TypeListing(PageListingViewSet):
    """Base of the rooms' lists. `icon`, `menu_label`, `menu_order`, `model` and `columns` are the room's."""

    index_view_class = TypeIndexView
    filterset_class = ListingFilters
    add_to_admin_menu = True
