"""
Who may translate into which language, read off the page tree.

There is no second table of permissions. Each language's home page is a tree of its own, so what a group may do on
that home page is what it may do in that language: "change" is to translate, "add" is to write pages of one's own,
"publish" is to publish. Somebody with "change" and without "add" is a translator: the translation editor is open to
them, the ordinary editor is not.
"""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Model
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation

from site_core.languages.rows import HOME_DEPTH
from site_core.querysets import published_pages

User = AbstractUser | AnonymousUser

ROOT_DEPTH = 1
LANGUAGES_CACHE = "_all_languages"


def actions_on(user: User, page: Page) -> set[str]:
    """What groups let a person do on a page: some of add, change, publish, lock, unlock, bulk_delete."""
    return actions_at(user, page.path)


def actions_at(user: User, path: str) -> set[str]:
    """The same for a place in the tree, of which no page object is needed."""
    return {
        held.permission.codename.removesuffix("_page")
        for held in page_permission_policy.get_cached_permissions_for_user(user)
        if path.startswith(held.page.path)
    }


def only_translates(user: User, page: Page) -> bool:
    """May this person change the page, but only through the translation editor?"""
    if user.is_superuser:
        return False
    allowed = actions_on(user, page)
    return "change" in allowed and "add" not in allowed


def holds_language(user: User, locale_id: int, action: str = "change") -> bool:
    """May this person do `action` to everything in the language: pages, and snippets of the kinds they may change?"""
    if not user.is_active or user.is_superuser:
        return user.is_active
    return any(
        held.permission.codename == f"{action}_page"
        and (
            held.page.depth == ROOT_DEPTH
            or (held.page.depth == HOME_DEPTH and held.page.locale_id == locale_id)
        )
        for held in page_permission_policy.get_cached_permissions_for_user(user)
    )


def languages_held(user: User, action: str = "change") -> list[Locale]:
    """Languages that are wholly in this person's hands. Asks once for each request, as Wagtail does for permissions."""
    if not hasattr(user, LANGUAGES_CACHE):
        setattr(user, LANGUAGES_CACHE, list(Locale.objects.all()))
    return [locale for locale in getattr(user, LANGUAGES_CACHE) if holds_language(user, locale.pk, action)]


def may_translate(user: User, translation: Translation) -> bool:
    """May this person enter strings of this translation? Raises the model's DoesNotExist if its target is gone."""
    model = translation.source.specific_content_type.model_class()
    if issubclass(model, Page):
        return translation.get_target_instance().permissions_for_user(user).can_edit()
    return may_change_snippets(user, model, translation.target_locale_id)


def may_write(user: User, translation: Translation) -> bool:
    """May this person also stop the translation and write the target by hand?"""
    if not may_translate(user, translation):
        return False
    target = translation.get_target_instance()
    if isinstance(target, Page):
        return not only_translates(user, target)
    return holds_language(user, translation.target_locale_id, "add")


def may_publish(user: User, target: Model) -> bool:
    """May this person make a finished translation public?"""
    if isinstance(target, Page):
        return target.permissions_for_user(user).can_publish()
    return holds_language(user, target.locale_id, "publish")


def may_change_snippets(user: User, model: type[Model], locale_id: int) -> bool:
    permission = f"{model._meta.app_label}.change_{model._meta.model_name}"
    return user.has_perm(permission) and holds_language(user, locale_id)


def may_read_source(user: User, page: Page) -> bool:
    """Translators read what everybody may read; somebody else's draft or private page is nobody's to translate."""
    public = page.live and published_pages().filter(pk=page.pk).exists()
    return public or page.permissions_for_user(user).can_edit()


def place_in(page: Page, locale: Locale) -> Page | None:
    """
    The page under which the translation of `page` into `locale` would stand; None while that does not exist.

    wagtail-localize would put alias pages there, in the wrong language and public at once (stack.md, T4).
    """
    parent = page.get_parent()
    if parent.depth == ROOT_DEPTH:
        return parent
    places = Page.objects.filter(translation_key=parent.translation_key, locale=locale, alias_of__isnull=True)
    return places.first()


def may_start(user: User, page: Page, locale: Locale) -> bool:
    """May this person begin the translation of a page into a language? Needs its place there to exist."""
    place = place_in(page, locale)
    if place is None or not may_read_source(user, page):
        return False
    return user.is_superuser or "change" in actions_on(user, place) or "add" in actions_on(user, place)
