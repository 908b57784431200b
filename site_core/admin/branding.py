"""The admin wears the programme's name and colours."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("insert_global_admin_css")
def programme_colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("construct_help_menu")
def no_news_of_wagtail(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """What is new in Wagtail is for those who run the site, not for those who write on it."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith("whats-new")]
