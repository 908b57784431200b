"""Which pages and languages a person finds on the board."""

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy

from site_core.languages.known import known_languages
from site_core.languages.rows import HOME_DEPTH
from site_core.querysets import published_pages
from site_core.translation.permissions import User, holds_language, languages_held
from site_core.translation.written import WRITTEN_LANGUAGES

ACTIONS = ("add", "change", "publish")
SECTION_STEPS = 3
"""Parts of a tree path down to a section: the root, the home page, a page below it."""


def board_pages(user: User) -> QuerySet:
    """
    Published pages of the source language, in the order of the tree.

    All of them for who has a language in hand; for those of an organisation the pages they may do something to.
    """
    pages = published_pages().filter(locale__language_code=settings.LANGUAGE_CODE, depth__gte=HOME_DEPTH)
    if not languages_held(user):
        own = page_permission_policy.instances_user_has_any_permission_for(user, ACTIONS)
        pages = pages.filter(pk__in=own.order_by().values("pk"))
    return pages.order_by("path")


def board_languages(user: User) -> list[Locale]:
    """Languages that have a home page, be it a draft; those the person translates into first. One query."""
    with_home = Page.objects.filter(depth=HOME_DEPTH, alias_of=None).values("locale_id")
    order = {code: number for number, code in enumerate(known_languages())}
    locales = Locale.objects.filter(pk__in=with_home).exclude(language_code=settings.LANGUAGE_CODE)
    return sorted(
        locales,
        key=lambda locale: (
            not holds_language(user, locale.pk),
            order.get(locale.language_code, len(order)),
        ),
    )


def translated_by(user: User, locales: list[Locale]) -> list[Locale]:
    """Of these languages those that are translated, and that this person may translate into."""
    return [
        locale
        for locale in locales
        if locale.language_code not in WRITTEN_LANGUAGES and holds_language(user, locale.pk)
    ]


def sections() -> QuerySet:
    """Pages right below the home page of the source language."""
    return (
        published_pages()
        .filter(locale__language_code=settings.LANGUAGE_CODE, depth=HOME_DEPTH + 1)
        .order_by("path")
    )


def section_path(page: Page) -> str:
    return page.path[: SECTION_STEPS * Page.steplen]
