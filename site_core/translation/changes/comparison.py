"""
What changed for the translators of one page into one language, text by text.

Now: what the source says as it is published, read without writing anything where the translators' text is older.
Before: the text that the present translation was made of. wagtail-localize keeps every translation of every text; which
of them is meant is known from the text that was taken over last, or else from what the translated page shows.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views.edit_translation import TabHelper

from site_core.languages.machine_text import MACHINE
from site_core.translation.changes.pairing import paired
from site_core.translation.changes.passages import Passages, passages_of
from site_core.translation.changes.places import Places
from site_core.translation.changes.texts import ChangedText

LAST = 10_000


class Comparison:
    """Asks the same number of queries for any number of passages. `now`: the source, if not as it is published."""

    def __init__(self, translation: Translation, now: Model | None = None) -> None:
        self.translation = translation
        self.source = translation.source
        self.published = self.source.get_source_instance()
        self.is_older = now is not None or _is_older(translation, self.published)
        self.now = now or (self.published if self.is_older else self.source.as_instance())
        self.target = translation.get_target_instance()

    @cached_property
    def passages(self) -> Passages:
        return passages_of(self.now)

    @cached_property
    def shown(self) -> Passages:
        """What the translated page shows."""
        return passages_of(self.target)

    @cached_property
    def _rows(self) -> dict[tuple[str, str], StringTranslation]:
        """Every translation there ever was here, by path and source text; the newest ones last."""
        rows = (
            StringTranslation.objects.filter(
                locale=self.translation.target_locale_id, context__object_id=self.source.object_id
            )
            .select_related("translation_of", "context")
            .order_by("updated_at", "pk")
        )
        return {(row.context.path, row.translation_of.data): row for row in rows}

    @cached_property
    def _rows_of_path(self) -> dict[str, list[StringTranslation]]:
        found: dict[str, list[StringTranslation]] = {}
        for (path, _text), row in self._rows.items():
            found.setdefault(path, []).append(row)
        return found

    @cached_property
    def _taken_over(self) -> dict[str, list[str]]:
        """What translators had before the source was published again."""
        found: dict[str, list[str]] = {}
        segments = StringSegment.objects.filter(source=self.source).order_by("order")
        for path, text in segments.values_list("context__path", "string__data"):
            found.setdefault(path, []).append(text)
        return found

    def settled(self, path: str, text: str) -> StringTranslation | None:
        """The translation of a text where it stands, if there is one that may be used."""
        row = self._rows.get((path, text))
        return row if row is not None and not row.has_error else None

    @cached_property
    def moved(self) -> dict[tuple[str, str], StringTranslation]:
        """Texts that stand elsewhere on the page than before, with the translation that goes with them."""
        gone = {
            text: row
            for (path, text), row in self._rows.items()
            if text not in self.passages.texts.get(path, ())
            and not row.has_error
            and text in self._lately(path)
        }
        return {(path, text): gone[text] for path, text in self._open if text in gone}

    def _lately(self, path: str) -> set[str]:
        """Source texts of what was there just now: what was deleted years ago goes with no new text by itself."""
        return {*self._taken_over.get(path, ()), *self._old_as_shown(path)}

    @property
    def _open(self) -> Iterator[tuple[str, str]]:
        for path, texts in self.passages.texts.items():
            for text in dict.fromkeys(texts):
                if self.settled(path, text) is None:
                    yield path, text

    @cached_property
    def rows(self) -> list[ChangedText]:
        """Texts that wait for a translator, in the order of the source's editor."""
        befores: dict[str, dict[str, str]] = {}
        found = []
        for path, text in self._open:
            if (path, text) in self.moved:
                continue
            if path not in befores:
                befores[path] = self._befores(path)
            found.append(self._changed(path, text, befores[path].get(text)))
        return self._in_order_of_the_editor(found)

    def row_of(self, path: str, text: str) -> ChangedText:
        """Of a text that has its translation, as if it had to be looked at again."""
        return self._changed(path, text, None)

    def _changed(self, path: str, text: str, before: str | None) -> ChangedText:
        own = self._rows.get((path, text))
        row = own or (self._rows[path, before] if before is not None else self._elsewhere.get(text))
        return ChangedText(
            path,
            self.place(path),
            before,
            text,
            row.data if row else "",
            path in self.passages.rich,
            by_machine=row is not None and row.translation_type == MACHINE,
            error=(own.get_error() or "") if own and own.translation_type != MACHINE else "",
            source_row=row.pk if row else 0,
        )

    @cached_property
    def _elsewhere(self) -> dict[str, StringTranslation]:
        """The same words in another place of the page: a suggestion."""
        return {text: row for (_path, text), row in self._rows.items() if not row.has_error}

    @cached_property
    def removed(self) -> list[ChangedText]:
        """Texts that the translated page shows and the source has no more."""
        moved = {text for _path, text in self.moved}
        found = []
        for path in self.shown.texts:
            old, now = self._old_as_shown(path), self.passages.texts.get(path, [])
            kept = {old[place] for place in paired(old, now).values()} | set(now) | moved
            found += [self._gone(path, text) for text in dict.fromkeys(old) if text not in kept]
        return self._in_order_of_the_editor(found)

    def _gone(self, path: str, text: str) -> ChangedText:
        row = self._rows[path, text]
        return ChangedText(
            path, self.place(path), text, None, row.data, path in self.shown.rich, source_row=row.pk
        )

    def _befores(self, path: str) -> dict[str, str]:
        """By text of today, the one it came from: what translators had last, what the page shows, what there was."""
        now = self.passages.texts[path]
        found: dict[str, str] = {}
        for old in self._generations(path):
            left = [text for text in old if text not in found.values()]
            for new, first in paired(left, now).items():
                found.setdefault(now[new], left[first])
        return found

    def _generations(self, path: str) -> Iterator[list[str]]:
        if self.is_older:
            yield [text for text in self._taken_over.get(path, ()) if (path, text) in self._rows]
        yield self._old_as_shown(path)
        now = self.passages.texts[path]
        earlier = [row.translation_of.data for row in self._rows_of_path.get(path, ())]
        yield [text for text in earlier if text not in now][-1:]

    def _old_as_shown(self, path: str) -> list[str]:
        """Source texts of what the translated page shows at this place, as far as they are known."""
        known = {row.data: row.translation_of.data for row in self._rows_of_path.get(path, ())}
        return [known[text] for text in self.shown.texts.get(path, ()) if text in known]

    @cached_property
    def waiting(self) -> list[str]:
        """Paths that are translated to the end, while the page was made before that."""
        found = []
        for path, texts in self.passages.texts.items():
            rows = [row for text in texts if (row := self.settled(path, text))]
            is_whole = len(rows) == len(texts)
            if is_whole and (self._is_new(rows) or [row.data for row in rows] != self.shown.texts.get(path)):
                found.append(path)
        return sorted(found, key=self._place_in_editor)

    def _is_new(self, rows: list[StringTranslation]) -> bool:
        """A text that is right as it stands has a new translation with the old words."""
        return self._made_at is not None and any(row.created_at > self._made_at for row in rows)

    @cached_property
    def _made_at(self) -> datetime | None:
        revision = getattr(self.target, "live_revision", None)
        return revision.created_at if revision else None

    @cached_property
    def _places(self) -> list[Places]:
        return [Places(self.now), Places(self.target)]

    def place(self, path: str) -> str:
        """In words; where nobody knows the place any more, its name."""
        for places in self._places:
            try:
                return places.label(path)
            except (LookupError, FieldDoesNotExist):
                continue
        return path.partition(".")[0]

    def value(self, path: str) -> object:
        """What the source has in a place that is not text."""
        return self._places[0].value(path)

    def shown_value(self, path: str) -> object | None:
        try:
            return self._places[1].value(path)
        except (LookupError, FieldDoesNotExist):
            return None

    def _in_order_of_the_editor(self, found: Iterable[ChangedText]) -> list[ChangedText]:
        return sorted(found, key=lambda row: self._place_in_editor(row.path))

    def _place_in_editor(self, path: str) -> int:
        return self._order.get(path.partition(".")[0], LAST)

    @cached_property
    def _order(self) -> dict[str, int]:
        return TabHelper(self.now).field_ordering_mapping


def _is_older(translation: Translation, published: Model) -> bool:
    """Is the translators' text older than what is published?"""
    if not isinstance(published, Page) or not published.live or published.last_published_at is None:
        return False
    return bool(published.last_published_at > translation.source.last_updated_at)
