"""Models of the ground floor; each file holds one idea."""

from site_core.media.models import SiteDocument, SiteImage, SiteRendition
from site_core.models.asked_questions import AskedQuestion
from site_core.models.base_page import BasePage, Palette
from site_core.models.curated_search import CuratedEdition, PinnedPage, SearchSynonyms
from site_core.models.freshness import VersionFreshness
from site_core.models.journal import JournalEntry
from site_core.models.machine_drafts import DraftState, MachineDraft, MachineTranslationMonth
from site_core.models.past_addresses import PastAddress
from site_core.models.reading_languages import ReadingLanguage
from site_core.models.recordings import AudioRecording, SignLanguageFilm
from site_core.models.search_entries import SearchEntry, SearchWord, SearchWordVariant
from site_core.models.search_files import DocumentText, SearchEntryFile
from site_core.models.standard_pages import BodyPage, HomePage, StandardPage
from site_core.models.translation_requests import TranslationRequest

__all__ = [
    "AskedQuestion",
    "AudioRecording",
    "BasePage",
    "BodyPage",
    "CuratedEdition",
    "DocumentText",
    "DraftState",
    "HomePage",
    "JournalEntry",
    "MachineDraft",
    "MachineTranslationMonth",
    "Palette",
    "PastAddress",
    "PinnedPage",
    "ReadingLanguage",
    "SearchEntry",
    "SearchEntryFile",
    "SearchSynonyms",
    "SearchWord",
    "SearchWordVariant",
    "SignLanguageFilm",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "StandardPage",
    "TranslationRequest",
    "VersionFreshness",
]
