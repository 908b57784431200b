"""Where a page stands: the home pages of all languages, and the page at an address."""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, IntegerField, Q, QuerySet
from wagtail.models import Page

from site_core.languages.chains import FIRST, SECOND, languages_read, note_chains
from site_core.languages.rows import PageRow, page_rows, row_values
from site_core.prepared import prepared


@dataclass(slots=True)
class Homes:
    """Published home pages by language code. A language is public when it has one."""

    by_language: dict[str, PageRow] = field(default_factory=dict)

    def of(self, code: str) -> PageRow | None:
        return self.by_language.get(code)

    def codes(self) -> list[str]:
        return list(self.by_language)

    def read_in(self, code: str) -> list[PageRow]:
        """Home pages of the languages that a reader of `code` is shown, their own first."""
        return [self.by_language[read] for read in languages_read(code) if read in self.by_language]


def published_homes() -> Homes:
    """One query, a handful of rows."""
    return _homes_among(_noted(_home_rows()))


@prepared()
def _home_rows() -> QuerySet:
    return _published(Q(depth=2))


def _noted(values: list[tuple]) -> list[PageRow]:
    """The rows; the chains of the languages that came with them are known to all that is done for this reader."""
    rows = page_rows(row[:-2] for row in values)
    note_chains((row.language_code, *chain[-2:]) for row, chain in zip(rows, values, strict=True))
    return rows


@prepared(slug=CharField(), depth=IntegerField(), code=CharField())
def _rows_at(slug: str, depth: int, code: str) -> QuerySet:
    """All home pages, and what could be the page with this slug at this depth in this language."""
    return _published(Q(depth=2) | Q(slug=slug, depth=depth, locale__language_code=code))


def _published(which: Q) -> QuerySet:
    """Rows, and behind each what an editor chose as the chain of its language: the homes carry the chains along."""
    pages = Page.objects.filter(which, live=True, alias_of__isnull=True).order_by("path")
    return row_values(pages, f"locale__{FIRST}", f"locale__{SECOND}")


def _homes_among(rows: list[PageRow]) -> Homes:
    homes = Homes()
    for row in rows:
        if row.depth == 2 and not row.is_restricted:
            homes.by_language.setdefault(row.language_code, row)
    return homes


def page_at(code: str, path: str) -> tuple[Page | None, Homes]:
    """
    The published page of a language at `path` ("kampanie/slysze-reaguje"), and the home pages of all languages.

    Two queries at any depth: one over slugs (indexed) and homes, one for the page's own type. Private pages are
    found too, their own rules answer for them; aliases never are. Nothing is found below a home page that is not
    published.
    """
    parts = [part for part in path.split("/") if part]
    values = _rows_at(slug=parts[-1], depth=2 + len(parts), code=code) if parts else _home_rows()
    rows = _noted(values)
    homes = _homes_among(rows)
    home = homes.of(code)
    if home is None:
        return None, homes
    address = home.url_path + "".join(f"{part}/" for part in parts)
    found = next((row for row in rows if row.url_path == address), None)
    if found is None:
        return None, homes
    return specific_page(found), homes


def specific_page(row: PageRow) -> Page | None:
    """The page of a row as its own type; a type that left the code is served as Wagtail does, as a plain page.

    None if the page was deleted a moment ago.
    """
    model = ContentType.objects.get_for_id(row.content_type_id).model_class() or Page
    for page in _page_of_type(model, pk=row.pk):
        page.is_restricted = row.is_restricted
        return page
    return None


@prepared(pk=IntegerField())
def _page_of_type(model: type[Page], pk: int) -> QuerySet:
    return model._default_manager.filter(pk=pk).select_related("locale")
