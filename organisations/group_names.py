"""Names of groups: data that the roles are found by, and how people call them."""

import re

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from site_core.languages.known import language_of
from site_core.translation.written import WRITTEN_LANGUAGES

EDITOR = "Editor"
VIEWER = "Viewer"
AUTHOR = "NGO author"
COORDINATOR = "NGO coordinator"

NAME_LENGTH = 100
"""How much of an organisation's name stands in a group's, which holds 150 characters."""

OF_AN_ORGANISATION = re.compile(rf"^({AUTHOR}|{COORDINATOR}) \d+: (.*)$", re.DOTALL)


def translator_of(code: str) -> str:
    """The group that translates into a language."""
    return f"Translator: {code}"


def reviewer_of(code: str) -> str:
    """The group that reviews what is translated into a language, and publishes it."""
    return f"Reviewer: {code}"


def start_of_organisations_group(role: str, number: int) -> str:
    """How the name of an organisation's group begins; its number stays when the organisation is renamed."""
    return f"{role} {number}: "


def organisations_group(role: str, number: int, organisation: str) -> str:
    return start_of_organisations_group(role, number) + organisation[:NAME_LENGTH]


def role_name(group: Group) -> str:
    """A group as people call it, in the reader's language; its own name where it is none of ours."""
    if group.name in (EDITOR, VIEWER):
        return _("Editor") if group.name == EDITOR else _("Viewer")
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        if group.name == translator_of(code):
            language = {"language": language_of(code).endonym}
            return (
                _("Writing: %(language)s") if code in WRITTEN_LANGUAGES else _("Translation: %(language)s")
            ) % language
        if group.name == reviewer_of(code):
            return _("Review and publication: %(language)s") % {"language": language_of(code).endonym}
    found = OF_AN_ORGANISATION.match(group.name)
    if found is None:
        return group.name
    organisation = {"organisation": found[2]}
    if found[1] == AUTHOR:
        return _("Author: %(organisation)s") % organisation
    return _("Coordinator: %(organisation)s") % organisation
