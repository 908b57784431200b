"""Page links in rich text. Apart from `page_links`: Wagtail 8 will not have this import while models load."""

from html import escape

from wagtail.rich_text.pages import PageLinkHandler

from site_core.languages.page_links import link_targets
from site_core.languages.reading import reading_language
from site_core.languages.rows import PageRow


class ReaderLanguageLinkHandler(PageLinkHandler):
    """Page links in rich text. A link to what nobody may see keeps its words and leads nowhere."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        numbers = [int(attrs["id"]) if str(attrs.get("id", "")).isdigit() else 0 for attrs in attrs_list]
        targets = link_targets(number for number in numbers if number)
        return [cls._tag(targets.get(number)) for number in numbers]

    @staticmethod
    def _tag(page: PageRow | None) -> str:
        if page is None:
            return "<a>"
        code, reader = page.language_code, reading_language().code
        elsewhere = f' hreflang="{code}"' if code != reader else ""
        return f'<a href="{escape(page.address_for(reader))}"{elsewhere}>'
