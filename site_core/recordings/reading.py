"""The recordings of a page as its readers are offered them."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db.models import F, Model, QuerySet
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from site_core.files import ShownFile, shown_file
from site_core.languages.known import Language
from site_core.languages.outdated import Outdated

FILM, SOUND = "film", "sound"
_RELATIONS = {FILM: "sign_language_films", SOUND: "audio_recordings"}
OF_ONE_VERSION = tuple(_RELATIONS.values())
"""Child relations that each version of a page has for itself: no translation begins with those of its source."""
_MODELS = {FILM: "SignLanguageFilm", SOUND: "AudioRecording"}
_OF_ALL = (
    *("id", "document_id", "transcript", "word_for_word", "length", "made_by", "recorded_on"),
    *("behind", "behind_in_safety"),
)
_COLUMNS = {FILM: (*_OF_ALL, "address", "sign_language", "captions_id"), SOUND: _OF_ALL}
_FILES = {FILM: ("document", "captions"), SOUND: ("document",)}
_OF_FILE = ("file", "file_size")


def with_recordings(pages: QuerySet) -> QuerySet:
    """
    Pages that come with their recordings, of which each has at most one of a kind; see `recordings_of`.

    No query more, whether there are any or not: the rows are joined by the page's own key.
    """
    return pages.annotate(
        **{
            _found(kind, column): F(f"{_RELATIONS[kind]}__{column}")
            for kind in _RELATIONS
            for column in (
                *_COLUMNS[kind],
                *(f"{file}__{fact}" for file in _FILES[kind] for fact in _OF_FILE),
            )
        }
    )


def recordings_of(page: Page) -> dict[str, Any]:
    """By kind: of a page of `with_recordings` what came along, of any other page what is in hand, as in a preview."""
    if hasattr(page, _found(FILM, "id")):
        found = {kind: _row(page, kind) for kind in _RELATIONS}
    else:
        found = {kind: getattr(page, relation).first() for kind, relation in _RELATIONS.items()}
    return {kind: row for kind, row in found.items() if row is not None}


def _found(kind: str, column: str) -> str:
    return f"found_{kind}_{column.replace('__', '_')}"


def _row(page: Page, kind: str) -> Model | None:
    """The row of a recording, made of what came with its page; further columns are read when they are asked for."""
    values = {column: getattr(page, _found(kind, column)) for column in _COLUMNS[kind]}
    if values["id"] is None:
        return None
    row = _made(apps.get_model("site_core", _MODELS[kind]), values)
    for file in _FILES[kind]:
        facts = {fact: getattr(page, _found(kind, f"{file}_{fact}")) for fact in _OF_FILE}
        if values[f"{file}_id"] is not None:
            known = {"id": values[f"{file}_id"], "page_count": None, **facts}
            setattr(row, file, _made(get_document_model(), known))
    return row


def _made(model: type[Model], values: dict[str, Any]) -> Any:
    # Django takes values in the order of the model's fields, whatever the names say.
    names = [field.attname for field in model._meta.concrete_fields if field.attname in values]
    return model.from_db(None, names, [values[name] for name in names])


@dataclass(frozen=True, slots=True)
class Recording:
    """
    One of a page's recordings, ready to show. `language`: of the page, and so of its transcript and captions.

    `is_behind`: the text has changed since.
    """

    kind: str
    row: Any
    language: Language
    is_behind: bool

    @property
    def name(self) -> str:
        """What it is, in the reader's language."""
        return _("Film in sign language") if self.kind == FILM else _("Recording to listen to")

    @property
    def sign_language(self) -> str:
        """Its name, in the page's language; empty for Polish Sign Language, and for what is only heard."""
        return getattr(self.row, "sign_language", "")

    @property
    def host(self) -> str:
        """Of a film kept elsewhere, to be named before the reader goes there; empty otherwise."""
        return urlsplit(getattr(self.row, "address", "")).hostname or ""

    @property
    def file(self) -> ShownFile | None:
        """To play and to take away; None for a film kept elsewhere."""
        document = self.row.document
        return shown_file(document, self.name, (self.language,)) if document else None

    @property
    def captions(self) -> Any | None:
        return getattr(self.row, "captions", None)


@dataclass(slots=True)
class Beside:
    """
    What stands beside the text. `above`: offered before it is read. `below`: only behind it, for what it says of safety
    is not true any more.
    """

    above: list[Recording] = field(default_factory=list)
    below: list[Recording] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.above or self.below)


def beside(page: Page, language: Language, outdated: Outdated | None) -> Beside:
    """
    The recordings of a page that somebody can play, by where they are offered.

    `outdated`: where the page itself is behind its source, and shows that in the place of what must be current, its
    recordings still say the old words.
    """
    found = Beside()
    for kind, row in recordings_of(page).items():
        if not row.document and not getattr(row, "address", ""):
            continue
        unsafe = row.behind_in_safety or (outdated is not None and outdated.concerns_safety)
        recording = Recording(kind, row, language, is_behind=bool(row.behind) or unsafe)
        (found.below if unsafe else found.above).append(recording)
    return found


def keep_what_is_known(page: Page) -> None:
    """
    Of recordings that are about to be written with their page or into a revision of it: what its form or an older
    revision does not know. Nothing, and no query, where only the page itself is in hand.
    """
    in_hand = getattr(page, "_cluster_related_objects", {})
    for relation in OF_ONE_VERSION:
        for row in in_hand.get(relation, ()):
            row.keep_what_is_known()
