"""`/styl/?language=uk`: what the site is made of, in any language it knows."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from site_core.frame import Frame, Link
from site_core.illustrations import PALETTES
from site_core.languages.known import Language, known_languages, language_of
from site_core.languages.reading import reading
from site_core.languages.versions import LanguageVersion
from site_core.style_page import samples

COLOURS = (
    "paper", "sheet", "ink", "ink-soft", "line", "line-strong", "link", "voice-a", "voice-b", "overlap", "focus",
    "mark", "signal", "signal-sheet", "good",
)  # fmt: skip


@login_required
@require_safe
def style_page(request: HttpRequest) -> HttpResponse:
    language = known_languages().get(request.GET.get("language", ""), language_of("pl"))
    with reading(language):
        return render(request, "styl/styl.html", style_page_context(language))


def style_page_context(language: Language) -> dict[str, object]:
    """Everything the page shows, made up on the spot: no query, nothing an editor could break."""
    words = samples.words_in(language)
    return {
        "frame": style_frame(language),
        "colours": COLOURS,
        "palettes": PALETTES,
        "seeds": [f"composition-{number}" for number in range(12)],
        "words": words,
        "body": samples.body(words),
        **samples.components(language, words),
    }


def style_frame(language: Language) -> Frame:
    """All languages are offered; the one before the current is shown as missing, to see how that looks."""
    codes = list(known_languages())
    missing = codes[codes.index(language.code) - 1]
    return Frame(
        language=language,
        home_url=f"/{language.code}/",
        search_url=f"/{language.code}/search/",
        versions=[
            LanguageVersion(
                language_of(code),
                None if code == missing else f"?language={code}",
                current=code == language.code,
            )
            for code in codes
        ],
        menu=[Link("/styl/", "/styl/", language, "page")],
        below_home=[Link("/styl/", "/styl/", language)],
        breadcrumbs=[Link("/", "/", language), Link("/styl/", "/styl/", language)],
        is_demonstration=True,
        index=False,
    )
