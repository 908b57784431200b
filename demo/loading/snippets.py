"""Activity lines, topics, partner institutions and organisations."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from wagtail.models import Locale

from demo.content_files import read_snippets
from demo.loading.translations import translate, with_texts
from demo.markdown import plain, rich_text
from organisations.models import Organisation
from programme.models import ActivityLine, PartnerInstitution, Topic


def no_pages(key: str) -> int:
    raise KeyError(f"snippets do not link to pages: {key}")


class DemoSnippets:
    """Creates the rows in the source language and their translations; answers with rows by key."""

    def __init__(self, locales: dict[str, Locale], source_code: str, user: AbstractUser) -> None:
        self.locales = locales
        self.source_code = source_code
        self.user = user
        self.rows: dict[str, dict[str, Model]] = {}

    def load(self) -> None:
        self._load("activity-lines", ActivityLine, lambda row: {"number": int(row["key"])})
        self._load("topics", Topic, lambda row: {"slug": row["key"]})
        facts = ("kind", "website", "checked_on", "languages")
        self._load("partners", PartnerInstitution, lambda row: {k: row[k] for k in facts if k in row})
        self._load("organisations", Organisation, lambda row: {k: row[k] for k in facts[:2] if k in row})

    def _load(self, name: str, model: type[Model], facts: Any) -> None:
        self.rows[name] = {}
        for row in read_snippets(name):
            source = model(
                locale=self.locales[self.source_code], **facts(row), **texts(row[self.source_code])
            )
            source.full_clean()
            source.save()
            self.rows[name][str(row["key"])] = source
            for code in self.locales:
                if code in row and code != self.source_code:
                    self._translate(
                        source, texts(row[code]), code, f"snippets/{name}.yaml {row['key']} {code}"
                    )

    def _translate(self, source: Any, translated: dict[str, str], code: str, where: str) -> None:
        if code.split("-")[0] == self.source_code:
            # Easy language is written, not translated segment by segment.
            own = source.copy_for_translation(self.locales[code])
            for field, value in translated.items():
                setattr(own, field, value)
            own.full_clean()
            own.save()
        else:
            translate(source, with_texts(source, translated), self.locales[code], self.user, where)

    def get(self, name: str, keys: list[Any]) -> list[Model]:
        return [self.rows[name][str(key)] for key in keys]


def texts(row: dict[str, str]) -> dict[str, str]:
    """Texts of one language; descriptions are Markdown, everything else is plain."""
    return {
        field: rich_text(value, no_pages) if field == "description" else plain(value)
        for field, value in row.items()
    }
