"""What waits for translators, and for those who write versions in easy language."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from site_core.admin.first_page.panels import Row, Waiting, day, group_of
from site_core.languages.addresses import page_address
from site_core.languages.known import language_of
from site_core.languages.status import State
from site_core.translation import waiting
from site_core.translation.board.cells import begin_url
from site_core.translation.board.names import BOARD
from site_core.translation.changes.names import changes_url
from site_core.translation.vocabulary.names import VOCABULARY
from site_core.translation.written import version_url

SHOWN_TO_WRITE = 40
"""There is no other list of what has no easy version."""


def for_translators(locales: list[Locale]) -> Iterable[Waiting]:
    """One panel for each language: what is out of date, begun, and not there yet; then names and descriptions."""
    for locale in locales:
        language = language_of(locale.language_code)
        translations = waiting.page_translations([locale])
        board = f"{reverse(BOARD)}?language={language.code}"
        groups = [
            group_of(
                _("Changed since it was translated"),
                _("Every translation follows its source."),
                waiting.outdated(translations),
                outdated_row,
                f"{board}&state={State.OUTDATED}",
            ),
            group_of(
                _("Begun and not finished"),
                _("No translation stands half done."),
                waiting.unfinished(translations),
                translation_row,
                f"{board}&state={State.DRAFT}",
            ),
            group_of(
                _("Not there yet"),
                _("Every page that can be translated now is there."),
                waiting.pages_missing_in(locale).select_related("locale"),
                lambda page, code=language.code: missing_row(page, code),
                f"{board}&state={State.MISSING}",
            ),
        ]
        groups.append(
            group_of(
                _("Names and descriptions"),
                _("Every name and description says what its source says."),
                waiting.vocabulary_translations([locale]).filter(waiting.has_gaps()),
                vocabulary_row,
                f"{reverse(VOCABULARY)}?language={language.code}&state={State.OUTDATED}",
            )
        )
        yield Waiting(f"translate-{language.code}", language.endonym, groups, order=10)


def outdated_row(translation: Translation) -> Row:
    """Leads to what changed, and only that."""
    note = _("The source was published on %(day)s.") % {"day": day(translation.source_changed_at)}
    language = language_of(translation.target_locale.language_code)
    return Row(translation.title, changes_url(translation.pk), note, language)


def translation_row(translation: Translation) -> Row:
    return Row(
        translation.title,
        reverse("wagtailadmin_pages:edit", args=[translation.target_id]),
        language=language_of(translation.target_locale.language_code),
    )


def ready_row(translation: Translation) -> Row:
    """Of a public page, leads to what its readers will see beside what they see now; of a new one, to all of it."""
    if not translation.target_is_live:
        return translation_row(translation)
    language = language_of(translation.target_locale.language_code)
    return Row(translation.title, changes_url(translation.pk), language=language)


def vocabulary_row(translation: Translation) -> Row:
    """Named as in the source, for its name may be what changed."""
    source = translation.source
    kind = source.specific_content_type.model_class()._meta.verbose_name
    language = language_of(source.locale.language_code)
    return Row(source.object_repr, changes_url(translation.pk), str(kind), language)


def missing_row(page: Page, code: str) -> Row:
    return Row(page.title, begin_url(page, code), language=language_of(page.locale.language_code))


def for_writers_of_versions(locales: list[Locale]) -> Iterable[Waiting]:
    """One panel for each written language: published pages that have no version in it."""
    for locale in locales:
        language = language_of(locale.language_code)
        group = group_of(
            _("Without an easy version"),
            _("Every page that can have an easy version now has one."),
            waiting.pages_missing_in(locale).select_related("locale"),
            lambda page, code=language.code: version_row(page, code),
            shown=SHOWN_TO_WRITE,
        )
        yield Waiting(f"write-{language.code}", language.endonym, [group], order=10)


def version_row(page: Page, code: str) -> Row:
    return Row(
        page.title,
        page_address(page),
        language=language_of(page.locale.language_code),
        action=_("Write the easy version"),
        action_url=version_url(page, code),
    )
