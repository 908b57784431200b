"""A draft that saves itself does not take for saved what it never sent; `static/js/admin-autosave.js` says how."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_editor_js")
def keep_what_is_written_meanwhile() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("js/admin-autosave.js"))
