"""What the texts of a page hold: what it links to, and what it is found by."""

from collections.abc import Iterator
from typing import Any

from wagtail.fields import RichTextField, StreamField

from site_core.explained_words import questions_answered_in
from site_core.files import OfferedFile
from site_core.languages.page_links import linked_page_ids
from site_core.offered_files import files_offered_in


class PageTexts:
    """Mixin of pages: looks through all texts of a page as they are stored, whatever its type."""

    def linked_page_ids(self) -> set[int]:
        """Pages this one links to, by id. Types with more links than in these fields add to it."""
        return set().union(*map(linked_page_ids, self._texts_as_stored()))

    def search_facts(self) -> Iterator[str]:
        """What lists say of it and what it explains, in the language in force: it is found by that as well."""
        yield self.type_label()
        for text in self._texts_as_stored():
            yield from questions_answered_in(text, self.language)

    def search_files(self) -> Iterator[OfferedFile]:
        """Files that it offers: in its texts, and what types offer beside them."""
        for text in self._texts_as_stored():
            yield from files_offered_in(text, self.language.code)

    def _texts_as_stored(self) -> Iterator[Any]:
        """The raw data of its StreamFields, and its rich texts."""
        for field in self._meta.get_fields():
            if isinstance(field, StreamField):
                yield list(getattr(self, field.name).raw_data)
            elif isinstance(field, RichTextField):
                yield getattr(self, field.name)
