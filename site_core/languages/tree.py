"""Where a page stands: the home pages of all languages, and the pages that an address may mean."""

from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, IntegerField, QuerySet, Value, When
from wagtail.models import Page

from site_core.languages.chains import FIRST, SECOND, languages_read, note_chains, note_public
from site_core.languages.freshness import with_freshness
from site_core.languages.rows import HOME_DEPTH, PageRow, row_values, rows_and_more
from site_core.prepared import prepared
from site_core.querysets import any_of
from site_core.recordings.reading import with_recordings

MOST_CANDIDATES = 50


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


@dataclass(slots=True)
class Place:
    """
    What was found for a path: the home pages, and `candidates`, published pages of all languages that end like it, each
    with all its published versions. Private pages are among them, their own rules answer for them; aliases never are.
    """

    parts: list[str]
    homes: Homes
    candidates: list[PageRow]

    def page_in(self, code: str) -> PageRow | None:
        """The page with this very path in this language. Nothing stands below a home page that is not published."""
        home = self.homes.of(code)
        if home is None or not self.parts:
            return home
        address = home.url_path + "".join(f"{part}/" for part in self.parts)
        found = (row for row in self.candidates if row.url_path == address and row.language_code == code)
        return next(found, None)


def place(path: str) -> Place:
    """Look up a path below a language's prefix ("kampanie/slysze-reaguje"); one query at any depth."""
    parts = [part for part in path.split("/") if part]
    if parts:
        tail = f"/{'/'.join(parts)}/"
        rows = _noted(_rows_ending(slug=parts[-1], depth=HOME_DEPTH + len(parts), tail=tail))
    else:
        rows = _noted(_home_rows())
    return Place(parts, _homes_among(rows), [row for row in rows if row.depth > HOME_DEPTH])


def published_homes() -> Homes:
    """One query, a handful of rows."""
    return _homes_among(_noted(_home_rows()))


@prepared()
def _home_rows() -> QuerySet:
    return _published(_homes())


@prepared(slug=CharField(), depth=IntegerField(), tail=CharField())
def _rows_ending(slug: str, depth: int, tail: str) -> QuerySet:
    """
    All home pages, and the pages with this slug at this depth in any language with all versions of each: those whose
    whole path this is, then others that a path half in one language may mean, as many as anybody could want.
    """
    ending = Page.objects.filter(slug=slug, depth=depth, live=True, alias_of__isnull=True)
    whole = Case(When(url_path__endswith=tail, then=Value(0)), default=Value(1))
    nearest = ending.order_by(whole, "pk").values("translation_key")[:MOST_CANDIDATES]
    return _published(any_of(_homes(), Page.objects.filter(translation_key__in=nearest)))


def _homes() -> QuerySet:
    return Page.objects.filter(depth=HOME_DEPTH)


def _published(pages: QuerySet) -> QuerySet:
    """Rows, and behind each what an editor chose as the chain of its language: the homes carry the chains along."""
    pages = pages.filter(live=True, alias_of__isnull=True).order_by("path")
    return row_values(pages, f"locale__{FIRST}", f"locale__{SECOND}")


def _noted(values: list[tuple]) -> list[PageRow]:
    """The rows; the chains of the languages that came with them are known to all that is done for this reader."""
    found = rows_and_more(values)
    note_chains((row.language_code, *chain) for row, *chain in found)
    return [row for row, *_chain in found]


def _homes_among(rows: list[PageRow]) -> Homes:
    homes = Homes()
    for row in rows:
        if row.depth == HOME_DEPTH and not row.is_restricted:
            homes.by_language.setdefault(row.language_code, row)
    note_public(homes.by_language)
    return homes


def specific_page(row: PageRow) -> Page | None:
    """The page of a row as its own type; a type that left the code is served as Wagtail does, as a plain page.

    One query, which also tells how current a version is and brings the recordings beside the text. None if the page
    was deleted a moment ago.
    """
    model = ContentType.objects.get_for_id(row.content_type_id).model_class() or Page
    for page in _page_of_type(model, row.language_code != settings.LANGUAGE_CODE, pk=row.pk):
        page.is_restricted = row.is_restricted
        return page
    return None


@prepared(pk=IntegerField())
def _page_of_type(model: type[Page], is_version: bool, pk: int) -> QuerySet:
    pages = with_recordings(model._default_manager.filter(pk=pk).select_related("locale"))
    return with_freshness(pages) if is_version else pages
