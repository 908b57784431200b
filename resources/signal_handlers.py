"""What matters to the library as it is kept in memory, as the journal hears of it."""

from programme.models import Topic
from resources.library import CHANGES
from resources.models import ResourceFile, ResourcePage
from site_core.journal.watching import watch, watch_leaving, watch_pages, watch_rows


def connect() -> None:
    """
    Once, when the site starts.

    Activity lines, organisations and campaigns are known by their translation keys, which stay. A campaign that goes
    takes itself out of its resources without their being saved; nobody asks for an activity line that is gone, and an
    organisation that has resources cannot go.
    """
    watch_pages(CHANGES, ResourcePage)
    tags = [ResourcePage.topics.through, ResourcePage.activity_lines.through]
    watch_rows(CHANGES, ResourceFile, "page")
    watch(CHANGES, [Topic], tags)
    watch_leaving(CHANGES, ResourcePage._meta.get_field("campaign").related_model)
