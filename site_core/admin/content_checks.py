"""The checks editors see beside a preview: alternative texts, headings, links, in words that say what to do."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.userbar import BaseItem, ContentCheckerItem
from wagtail.models import Page


class ContentChecks(ContentCheckerItem):
    """Wagtail's checker with more rules, on what the editor wrote and not on the frame around it."""

    axe_include = ["main"]
    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "image-redundant-alt",
        "svg-img-alt",
        "page-has-heading-one",
        "identical-links-same-purpose",
        "list",
        "listitem",
        "video-caption",
        "valid-lang",
    ]
    axe_rules = {"identical-links-same-purpose": {"enabled": True}}
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("A picture has no alternative text"),
            "help_text": _("Say in a few words what the picture shows, or mark it as decorative."),
        },
        "image-redundant-alt": {
            "error_name": _("The alternative text repeats the text beside it"),
            "help_text": _("Say what the picture adds, or mark it as decorative."),
        },
        "identical-links-same-purpose": {
            "error_name": _("Links with the same words lead to different places"),
            "help_text": _("Let the words of each link say where it leads."),
        },
        "page-has-heading-one": {
            "error_name": _("The page has no title"),
            "help_text": _("Give the page a title."),
        },
        "video-caption": {
            "error_name": _("A film has no captions"),
            "help_text": _("Add a file with captions to the film."),
        },
    }


@hooks.register("construct_wagtail_userbar")
def check_what_was_written(request: HttpRequest, items: list[BaseItem], page: Page | None) -> None:
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[place] = ContentChecks(in_editor=item.in_editor)
