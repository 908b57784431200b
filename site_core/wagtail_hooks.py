"""What the ground floor adds to Wagtail's admin and rich text."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from site_core.admin import (  # noqa: F401 - they register themselves
    autosave,
    branding,
    content_checks,
    decisions,
    documents,
    first_steps,
    language_of_parts,
    overdue,
    sight,
    usable_media,
    vocabulary,
)
from site_core.admin.first_page import hooks as first_page_hooks  # noqa: F401 - registers itself
from site_core.languages.rich_text_links import ReaderLanguageLinkHandler
from site_core.media import withheld  # noqa: F401 - registers itself
from site_core.recordings import hooks as recordings_hooks  # noqa: F401 - registers itself
from site_core.search import hooks as search_hooks  # noqa: F401 - registers itself
from site_core.search.curated import hooks as curated_hooks  # noqa: F401 - registers itself
from site_core.search.demand import hooks as demand_hooks  # noqa: F401 - registers itself
from site_core.translation import hooks as translation_hooks  # noqa: F401 - registers itself
from site_core.translation import (
    minor_changes,  # noqa: F401 - registers itself
    row_menu,  # noqa: F401 - registers itself, in the place of wagtail-localize's
    taking_many_down,  # noqa: F401 - registers itself, in the place of Wagtail's
)
from site_core.translation.board import hooks as board_hooks  # noqa: F401 - registers itself
from site_core.translation.changes import hooks as changes_hooks  # noqa: F401 - registers itself
from site_core.translation.machine import hooks as machine_hooks  # noqa: F401 - registers itself
from site_core.translation.release import hooks as release_hooks  # noqa: F401 - registers itself
from site_core.translation.release import switch as release_switch  # noqa: F401 - registers itself
from site_core.translation.vocabulary import hooks as vocabulary_hooks  # noqa: F401 - registers itself
from site_core.translation.withdrawing import hooks as withdrawing_hooks  # noqa: F401 - registers itself


@hooks.register("register_rich_text_features", order=10)
def register_reader_language_links(features: FeatureRegistry) -> None:
    features.register_link_type(ReaderLanguageLinkHandler)
