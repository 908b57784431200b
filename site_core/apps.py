from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteCoreConfig(AppConfig):
    name = "site_core"
    verbose_name = _("Site")

    def ready(self) -> None:
        from site_core import checks  # noqa: F401 - registers itself
        from site_core.admin import reading_chains
        from site_core.admin.dates import use_ones_own_formats
        from site_core.admin.plain_counts import write_counts_and_days_plainly
        from site_core.languages import leaving
        from site_core.recordings import signal_handlers as recordings
        from site_core.samples import ground_floor
        from site_core.search import signal_handlers as search
        from site_core.translation import signal_handlers
        from site_core.translation.machine import checks as machine_checks  # noqa: F401 - registers itself
        from site_core.translation.parts import let_parts_through
        from site_core.translation.segments import write_segments_together
        from site_core.translation.withdrawing import signal_handlers as withdrawing

        ground_floor.register()
        leave_out_synchronisation()
        reading_chains.register()
        watch_passages()
        signal_handlers.connect()
        recordings.connect()
        leaving.connect()
        search.connect()
        withdrawing.connect()
        let_parts_through()
        write_segments_together()
        use_ones_own_formats()
        write_counts_and_days_plainly()


def leave_out_synchronisation() -> None:
    """
    Take "synchronise content from another locale" off the form of a language.

    It would fill the language's tree with public aliases in the wrong language (anchors 0.1, 6).
    """
    from wagtail_localize.locales.components import LOCALE_COMPONENTS
    from wagtail_localize.models import LocaleSynchronization

    LOCALE_COMPONENTS[:] = [part for part in LOCALE_COMPONENTS if part["model"] is not LocaleSynchronization]


def watch_passages() -> None:
    """And what a machine wrote out of pages, until somebody has read it."""
    from django.db.models.signals import post_save, pre_save
    from wagtail_localize.models import StringTranslation

    from site_core.translation import slugs
    from site_core.translation.machine import reading

    for signal, receiver in (
        (pre_save, slugs.slug_stays_an_address),
        (pre_save, reading.stays_out_of_pages),
        (post_save, slugs.slug_follows_title),
    ):
        signal.connect(receiver, sender=StringTranslation, dispatch_uid=f"site_core.{receiver.__name__}")
