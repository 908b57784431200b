"""
Roles: what each kind of person may do, as Wagtail groups with stable names.

`ensure_roles` brings the groups into being and gives them what is written here; it is idempotent and takes nothing
away that an administrator added. It runs after every migration and when a language gets its home page, so a new
language has its translators' group at once. An administrator is a superuser and needs no group.
"""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from organisations.group_names import EDITOR, VIEWER, reviewer_of, translator_of
from site_core.models import HomePage
from site_core.translation.permissions import ROOT_DEPTH
from site_core.translation.written import WRITTEN_LANGUAGES

ENTER = "wagtailadmin.access_admin"
START_TRANSLATION = "wagtail_localize.submit_translation"
SNIPPETS = (
    "organisations.organisation",
    "programme.activityline",
    "programme.partnerinstitution",
    "programme.topic",
)
ON_SEARCH = (
    "site_core.view_askedquestion",
    *(
        f"site_core.{action}_{model}"
        for model in ("pinnedpage", "searchsynonyms")
        for action in ("view", "add", "change", "delete")
    ),
)

PUBLISHES = ("add", "change", "publish", "bulk_delete", "lock", "unlock")
WRITES = ("add", "change")
TRANSLATES = ("change",)
REVIEWS = ("publish",)
# Wagtail shows its page tree only to those who may do something in it. To unlock is the least; the views that
# would do even that are closed to whoever may not edit (organisations.wagtail_hooks).
SEES = ("unlock",)


def ensure_roles() -> None:
    """Editors, viewers, and translators and reviewers for every language that has a home page."""
    root = Page.get_first_root_node()
    vocabulary = on_snippets("view", "add", "change", "delete")
    editor = ensure_group(EDITOR, [ENTER, START_TRANSLATION, *vocabulary, *ON_SEARCH])
    allow_on_page(editor, root, PUBLISHES)
    allow_on_collection(editor, Collection.get_first_root_node(), ("add", "change", "delete", "choose"))
    allow(editor, [f"wagtailredirects.{action}_redirect" for action in ("view", "add", "change", "delete")])
    allow_collections(editor, Collection.get_first_root_node())
    viewer = ensure_group(VIEWER, [ENTER, *on_snippets("view")])
    allow_on_page(viewer, root, SEES)
    for home in HomePage.objects.filter(depth=ROOT_DEPTH + 1, alias_of=None).select_related("locale"):
        ensure_translators(home)


def ensure_translators(home: HomePage) -> Group:
    """The group that translates into the language of this home page, and the one that reviews and publishes it."""
    code = home.locale.language_code
    may = WRITES if code in WRITTEN_LANGUAGES else TRANSLATES
    if code != settings.LANGUAGE_CODE:  # nobody translates into it: whoever publishes there is an editor
        _ensure_group_of_language(reviewer_of(code), home, (*may, *REVIEWS))
    return _ensure_group_of_language(translator_of(code), home, may)


def _ensure_group_of_language(name: str, home: HomePage, actions: Iterable[str]) -> Group:
    group = ensure_group(name, [ENTER, START_TRANSLATION, *on_snippets("view", "change")])
    allow_on_page(group, home, actions)
    allow_on_collection(group, Collection.get_first_root_node(), ("choose",))
    return group


def ensure_group(name: str, permissions: Iterable[str]) -> Group:
    group, _created = Group.objects.get_or_create(name=name)
    allow(group, permissions)
    return group


def allow(group: Group, permissions: Iterable[str]) -> None:
    """Give model permissions by name ("app.codename"). Raises Permission.DoesNotExist for one that does not exist."""
    group.permissions.add(*permissions_called(permissions))


def permissions_called(names: Iterable[str]) -> list[Permission]:
    """One query; raises Permission.DoesNotExist, with their names, for those that do not exist."""
    wanted = set(names)
    codenames = {name.split(".")[1] for name in wanted}
    found = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.filter(codename__in=codenames).select_related("content_type")
    }
    if missing := wanted - found.keys():
        raise Permission.DoesNotExist(", ".join(sorted(missing)))
    return [found[name] for name in sorted(wanted)]


def on_snippets(*actions: str) -> list[str]:
    """Permissions for `actions` on every kind of snippet."""
    return [name.replace(".", f".{action}_") for name in SNIPPETS for action in actions]


def allow_on_page(group: Group, page: Page, actions: Iterable[str]) -> None:
    """Give page permissions on a page and all below it."""
    for permission in permissions_called(f"wagtailcore.{action}_page" for action in actions):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def allow_on_collection(group: Group, collection: Collection, actions: Iterable[str]) -> None:
    """Give permissions on the images and documents of a collection and of those below it."""
    kinds = ("wagtailimages.{}_image", "wagtaildocs.{}_document")
    _allow_in(group, collection, [kind.format(action) for action in actions for kind in kinds])


def allow_collections(group: Group, collection: Collection) -> None:
    """Let the group make collections below this one, and rename and remove them."""
    _allow_in(
        group, collection, [f"wagtailcore.{action}_collection" for action in ("add", "change", "delete")]
    )


def _allow_in(group: Group, collection: Collection, permissions: Iterable[str]) -> None:
    for permission in permissions_called(permissions):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission
        )
