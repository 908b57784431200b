"""Many sibling pages at once, for measuring what grows: rows only, without revisions or an index."""

from copy import copy
from uuid import uuid4

from wagtail.models import Page


def add_siblings(page: Page, number: int) -> None:
    """`number` published copies of a page beside it, each an independent page with its own translation key."""
    page = page.specific
    parent = page.get_parent()
    child_relations = getattr(page, "shared_child_relations", ())
    rows = {relation: list(getattr(page, relation).all()) for relation in child_relations}
    last = parent.get_children().last().path
    for position in range(number):
        last = next_path(last)
        twin = copy(page)
        twin.pk = twin.id = twin.page_ptr_id = None
        twin.path, twin.slug = last, f"{page.slug}-{position}"
        twin.url_path = f"{parent.url_path}{twin.slug}/"
        twin.translation_key, twin.title = uuid4(), f"{page.title} {position}"
        twin.latest_revision = twin.live_revision = None
        twin.numchild = 0
        base = Page(**{field.attname: getattr(twin, field.attname) for field in Page._meta.concrete_fields})
        base.pk = None
        Page.objects.bulk_create([base])
        twin.page_ptr_id = twin.id = twin.pk = Page.objects.only("pk").get(path=last).pk
        twin.save_base(raw=True, force_insert=True)
        for children in rows.values():
            for child in children:
                own = copy(child)
                own.pk, own.page_id = None, twin.pk
                own.save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.get_children_count() + number)


def next_path(path: str) -> str:
    step = Page.steplen
    number = Page._str2int(path[-step:]) + 1
    return path[:-step] + Page._int2str(number).rjust(step, "0")
