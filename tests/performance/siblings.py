"""Many sibling pages at once, for measuring what grows: rows only, without revisions or an index."""

from collections.abc import Iterator
from copy import copy
from uuid import uuid4

from django.db import connection
from django.db.models import Model
from wagtail.models import Page

from resources.library import CHANGES
from site_core.journal.writing import note

AT_ONCE = 2_000


def add_siblings(page: Page, number: int, **other: object) -> None:
    """
    `number` published copies of a page beside it, each an independent page with its own translation key.

    They have what the page has: its rows, its topics, its partners; `other` are values of `Page` that differ.
    """
    page = page.specific
    parent = page.get_parent()
    twins = Page.objects.bulk_create(bases_of_twins(page, parent, number, other), AT_ONCE)
    copy_own_table(page, twins)
    for model, rows in rows_of(page).items():
        copies = []
        for twin in twins:
            for name, row in rows:
                own = copy(row)
                own.pk = None
                setattr(own, f"{name}_id", twin.pk)
                copies.append(own)
        model._default_manager.bulk_create(copies, AT_ONCE)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.get_children_count() + number)
    note(CHANGES)


def bases_of_twins(page: Page, parent: Page, number: int, other: dict[str, object]) -> list[Page]:
    """What the table of all pages holds of each."""
    path = parent.get_children().last().path
    facts = {field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields}
    twins = []
    for _ in range(number):
        path = next_path(path)
        slug = f"{page.slug}-{path}".lower()
        own = {
            "id": None, "path": path, "slug": slug, "title": f"{page.title} {path}", "numchild": 0,
            "url_path": f"{parent.url_path}{slug}/", "translation_key": uuid4(),
            "latest_revision_id": None, "live_revision_id": None,
        }  # fmt: skip
        twins.append(Page(**{**facts, **own, **other}))
    return twins


def copy_own_table(page: Page, twins: list[Page]) -> None:
    """The rest of each, in the table of the page's type. Django makes no rows of two tables in bulk."""
    meta, quote = page._meta, connection.ops.quote_name
    link, *others = [quote(field.column) for field in meta.local_concrete_fields]
    assert link == quote(meta.pk.column)
    own, pages = quote(meta.db_table), quote(Page._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {own} ({', '.join([link, *others])})"
            f" SELECT {pages}.id, {', '.join(f'{own}.{column}' for column in others)} FROM {pages}, {own}"
            f" WHERE {own}.{link} = %s AND {pages}.path BETWEEN %s AND %s AND {pages}.depth = %s",
            [page.pk, twins[0].path, twins[-1].path, page.depth],
        )
        assert cursor.rowcount == len(twins)


def rows_of(page: Page) -> dict[type[Model], list[tuple[str, Model]]]:
    """Rows that belong to the page, by model, each with the name of its key to the page."""
    found: dict[type[Model], list[tuple[str, Model]]] = {}
    for model, name in models_of_rows(page):
        found[model] = [(name, row) for row in model._default_manager.filter(**{name: page})]
    return found


def models_of_rows(page: Page) -> Iterator[tuple[type[Model], str]]:
    for relation in page.shared_child_relations:
        related = page._meta.get_field(relation)
        yield related.related_model, related.field.name
    for field in page._meta.many_to_many:
        yield field.remote_field.through, field.m2m_field_name()


def next_path(path: str) -> str:
    step = Page.steplen
    number = Page._str2int(path[-step:]) + 1
    return path[:-step] + Page._int2str(number).rjust(step, "0")
