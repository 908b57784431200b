"""The page tree: first the source language, then every translation, then what happened afterwards."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from wagtail.models import Locale, Page

from demo.bodies import Lookups
from demo.content_files import PageFolder, PageText
from demo.loading.files import DemoFiles
from demo.loading.locales import point_site_at, tree_root
from demo.loading.page_values import PAGE_TYPES, add_rows, facts_of, relate, texts_of
from demo.loading.snippets import DemoSnippets
from demo.loading.translations import translate, with_texts
from site_core.models import BasePage, HomePage
from site_core.translation.release.switch import switch_on


class DemoPages:
    """Enters all page folders. `step` is told each page and language as it is done."""

    def __init__(
        self,
        folders: dict[str, PageFolder],
        locales: dict[str, Locale],
        snippets: DemoSnippets,
        files: DemoFiles,
        user: AbstractUser,
        step: Callable[[str], None],
    ) -> None:
        self.folders = folders
        self.locales = locales
        self.snippets = snippets
        self.user = user
        self.step = step
        self.pages: dict[str, BasePage] = {}
        self.lookups = Lookups(lambda key: self.pages[key].pk, files.document_id, files.image_id)

    def load(self) -> None:
        self._plant()
        for folder in self.folders.values():
            self._fill(folder)
        for code in self.locales:
            for folder in self.folders.values():
                if self._is_translated_from(folder, code, later=False):
                    self._add_language(folder, code)
        for folder in self.folders.values():
            self._what_happened_later(folder)

    def _plant(self) -> None:
        """Every page of the source language as an unpublished stub, so that bodies can link to any of them."""
        root = tree_root()
        for key, folder in self.folders.items():
            model = PAGE_TYPES[folder.facts["type"]]
            parent = self.pages[folder.facts["parent"]] if folder.facts.get("parent") else root
            values = {**facts_of(folder, model), **texts_of(folder, folder.source, model, None)}
            page = model(locale=self.locales[settings.LANGUAGE_CODE], live=False, owner=self.user, **values)
            Page.objects.get(pk=parent.pk).add_child(instance=page)
            self.pages[key] = page
            if parent is root:
                point_site_at(page)

    def _fill(self, folder: PageFolder) -> None:
        page = type(self.pages[folder.key]).objects.get(pk=self.pages[folder.key].pk)
        self._set_texts(page, folder, folder.source)
        relate(page, folder, self.snippets, self.pages)
        add_rows(page, folder, self.lookups)
        self._publish(page)
        self.pages[folder.key] = page
        self.step(f"{settings.LANGUAGE_CODE}  {page.title}")

    def _set_texts(self, page: BasePage, folder: PageFolder, text: PageText) -> None:
        for name, value in texts_of(folder, text, type(page), self.lookups).items():
            setattr(page, name, value)

    def _publish(self, page: BasePage) -> None:
        revision = page.save_revision(user=self.user)
        if isinstance(page, HomePage) and page.locale != self.locales[settings.LANGUAGE_CODE]:
            switch_on(page, self.user)
        else:
            revision.publish(user=self.user)
        page.refresh_from_db()

    @staticmethod
    def _is_translated_from(folder: PageFolder, code: str, *, later: bool) -> bool:
        """Where the source has a later state, only languages named as outdated were made from the earlier one."""
        if code == settings.LANGUAGE_CODE or code not in folder.texts:
            return False
        made_from_later = folder.later is not None and code not in folder.facts.get("outdated", {})
        return made_from_later == later

    def _add_language(self, folder: PageFolder, code: str) -> None:
        source, text, locale = self.pages[folder.key], folder.texts[code], self.locales[code]
        if code.split("-")[0] == settings.LANGUAGE_CODE:
            # Easy language is a page of its own, written and not translated segment by segment.
            own = source.copy_for_translation(locale).specific
            self._set_texts(own, folder, text)
            self._publish(own)
        else:
            values = texts_of(folder, text, type(source), self.lookups)
            translate(source, with_texts(source, values), locale, self.user, str(text.path))
        self.step(f"{code}  {text.facts['title']}")

    def _what_happened_later(self, folder: PageFolder) -> None:
        """A source changed after it was translated; a page that was taken down."""
        if folder.later is not None:
            page = self.pages[folder.key]
            self._set_texts(page, folder, folder.later)
            self._publish(page)
            for code in self.locales:
                if self._is_translated_from(folder, code, later=True):
                    self._add_language(folder, code)
        if "withdrawn" in folder.facts:
            for version in self.pages[folder.key].get_translations(inclusive=True):
                version.unpublish(user=self.user)
