"""The button "Words in another language" of the rich text editor, and what it stores."""

from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info, gettext
from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import Feature
from wagtail.rich_text.feature_registry import FeatureRegistry

from site_core.languages.parts import LANGUAGE_OF_PART, part_attributes, part_languages

SCRIPT = "js/admin-language-of-parts.js"


class LanguageOfPartFeature(Feature):
    """
    One Draftail style for each language, and one button for all of them.

    Styles and not entities: words of a link can be in another language too, and Draftail allows one entity a
    character. A style without icon and label has no button of its own; `static/js/admin-language-of-parts.js` holds the
    button.
    """

    def construct_options(self, options: dict) -> None:
        options.setdefault("inlineStyles", []).extend(
            {"type": _style(language.code), "style": _look(language.direction)}
            for language in part_languages().values()
        )
        options.setdefault("controls", []).append({"type": LANGUAGE_OF_PART})


@hooks.register("register_rich_text_features")
def register_language_of_parts(features: FeatureRegistry) -> None:
    features.register_editor_plugin("draftail", LANGUAGE_OF_PART, LanguageOfPartFeature(js=[SCRIPT]))
    features.register_converter_rule(
        "contentstate",
        LANGUAGE_OF_PART,
        {
            "from_database_format": {
                f'span[lang="{code}"]': InlineStyleElementHandler(_style(code)) for code in part_languages()
            },
            "to_database_format": {
                "style_map": {
                    _style(code): {"element": "span", "props": part_attributes(code)}
                    for code in part_languages()
                }
            },
        },
    )
    features.default_features.append(LANGUAGE_OF_PART)


def _style(code: str) -> str:
    return f"LANGUAGE_{code}"


def _look(direction: str) -> dict[str, str]:
    return {"textDecoration": "underline dotted", "direction": direction, "unicodeBidi": "isolate"}


@hooks.register("insert_editor_js")
def words_of_the_button() -> SafeString:
    """What the button says, in the language of who writes: Wagtail keeps what comes with an editor for everybody."""
    return json_script(
        {
            "title": gettext("Words in another language"),
            "explanation": gettext("Screen readers will read the selected words in the language you choose."),
            "none": gettext("In the language of the page"),
            "cancel": gettext("Cancel"),
            "languages": [
                {
                    "code": language.code,
                    "direction": language.direction,
                    "endonym": language.endonym,
                    "name": get_language_info(language.code)["name_translated"],
                }
                for language in part_languages().values()
            ],
        },
        element_id="language-of-part-words",
    )
