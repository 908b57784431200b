"""The lists of pinned pages and of synonyms in the admin."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from site_core.admin.vocabulary import REGISTER_HOOK
from site_core.languages.known import known_languages, language_of
from site_core.languages.status import listed_pages
from site_core.models import PinnedPage, SearchSynonyms
from site_core.search.curated.known_words import KnownWordsView
from site_core.search.curated.names import KNOWN_WORDS
from site_core.search.curated.pin_form import PinForm, versions_to_show
from site_core.search.curated.synonyms_form import SynonymsForm
from site_core.search.query import asked_text


class CuratedViewSet(ModelViewSet):
    """Base of both. Which words search well is decided by those who may, for every language."""

    copy_view_enabled = False
    add_to_reference_index = False
    menu_hook = REGISTER_HOOK
    add_to_admin_menu = True
    form_class: type

    def get_form_class(self, for_update: bool = False) -> type:
        return self.form_class


class AskedFor(CreateView):
    """A form with the question in it that the report of questions led here from."""

    def asked(self) -> tuple[str, str]:
        """Language and words; empty where there are none, or none that make sense."""
        code = self.request.GET.get("language", "")
        return (code if code in known_languages() else ""), asked_text(self.request.GET.get("question", ""))


class AddPin(AskedFor):
    def get_initial(self) -> dict[str, Any]:
        code, question = self.asked()
        return {**super().get_initial(), "language_code": code, "question": question}


class AddSynonyms(AskedFor):
    def get_initial(self) -> dict[str, Any]:
        code, question = self.asked()
        return {**super().get_initial(), **({f"words_{code}": question} if code else {})}


class PinsIndex(IndexView):
    """Each pin with the title of its page, and whether readers can see it."""

    def get_base_queryset(self) -> QuerySet:
        versions = versions_to_show(OuterRef("translation_key"))
        return (
            super()
            .get_base_queryset()
            .annotate(
                page_title=Subquery(versions.values("title")[:1]),
                is_public=Exists(listed_pages().filter(translation_key=OuterRef("translation_key"))),
            )
        )


def title_of(pin: PinnedPage) -> str:
    """As `PinsIndex` has annotated it."""
    if pin.page_title is None:
        return gettext("The page is gone")
    return (
        pin.page_title if pin.is_public else gettext("%(page)s (not public now)") % {"page": pin.page_title}
    )


def reason_of(pin: PinnedPage) -> str:
    """In its language, as those that are read from right to left have their full stop at the other end."""
    language = language_of(pin.language_code)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language.code, language.direction, pin.reason)


class SynonymsIndex(IndexView):
    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        known = HeaderButton(_("Words that the search knows"), url=reverse(KNOWN_WORDS), icon_name="search")
        return [*super().header_buttons, known]


class PinnedPageViewSet(CuratedViewSet):
    model = PinnedPage
    form_class = PinForm
    index_view_class = PinsIndex
    add_view_class = AddPin
    icon = "thumbtack"
    menu_order = 80
    search_fields = ["question"]
    list_display = [
        "question",
        Column("language", label=_("Language"), sort_key="language_code"),
        Column("page", label=_("Page"), accessor=title_of),
        Column("reason", label=capfirst(_("why this page")), accessor=reason_of, sort_key="reason"),
    ]


class SynonymsViewSet(CuratedViewSet):
    model = SearchSynonyms
    form_class = SynonymsForm
    index_view_class = SynonymsIndex
    add_view_class = AddSynonyms
    icon = "link"
    menu_order = 90
    list_display = [
        "__str__",
        Column(
            "languages",
            label=_("Languages"),
            accessor=lambda row: ", ".join(language_of(code).endonym for code in row.words),
        ),
        Column("related", label=_("Related words"), accessor=lambda row: ", ".join(row.related)),
    ]


@hooks.register("register_admin_viewset")
def curated_viewsets() -> list[CuratedViewSet]:
    return [PinnedPageViewSet("pinned_pages"), SynonymsViewSet("search_synonyms")]


@hooks.register("register_admin_urls")
def known_words_url() -> list[URLPattern]:
    return [path("search-words/", KnownWordsView.as_view(), name=KNOWN_WORDS)]
