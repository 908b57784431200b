"""
Words in another language inside the passages that translators translate.

wagtail-localize takes attributes out of a passage and gives them back by number, for links; an attribute of anything
else it refuses, so `<span lang>` would be an error page where a translation begins (wagtail-localize 1.14.5,
`strings.validate_element`; no thread yet). Here parts stay in the passage, without the direction, which follows from
the language: a translator sees which words are in which language and may mark others. In Polish „Kodeks karny” is in
no other language; in English it is.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.translation import gettext as _
from wagtail_localize import strings
from wagtail_localize.segments import extract
from wagtail_localize.strings import StringValue

from site_core.languages.parts import is_part, part_attributes, part_languages

# Stands behind a part while a text is cut into passages. No text has it: Unicode gives it to nobody.
MARK = "\ufdd0"


def let_parts_through() -> None:
    """Once, when the site starts."""
    strings.INLINE_TAGS.append("span")
    strings.validate_element = _allowing_parts(strings.validate_element)
    extract.extract_strings = strings.extract_strings = _keeping_parts(strings.extract_strings)
    StringValue.from_source_html = classmethod(_from_source_html)
    StringValue.render_soup = _with_directions(StringValue.render_soup)


def _parts(soup: BeautifulSoup) -> list[Tag]:
    return [element for element in soup.find_all("span") if is_part(element.name, element.attrs)]


def _allowing_parts(validate: Callable[[Any], None]) -> Callable[[Any], None]:
    def validate_element(element: Any) -> None:
        """As wagtail-localize's, which calls this one for what is inside. Raises ValueError."""
        if not isinstance(element, Tag) or element.name != "span":
            return validate(element)
        if not is_part(element.name, element.attrs):
            message = _('Words in another language are marked <span lang="…">, with one of: %(codes)s.')
            raise ValueError(message % {"codes": ", ".join(part_languages())})
        for child in element.children:
            validate_element(child)
        return None

    return validate_element


def _keeping_parts(extract_strings: Callable[..., Any]) -> Callable[..., Any]:
    def extract_strings_and_parts(html: str | None) -> tuple[str, list[tuple[StringValue, dict[str, Any]]]]:
        """
        As wagtail-localize's.

        An element around a whole paragraph stays out of its passage, and so in every translation; of a part that
        would be wrong, for it may be what is translated. A `<span>` that says nothing we know is taken away.
        """
        if not html or "<span" not in html:
            return extract_strings(html)
        soup = BeautifulSoup(html, "html.parser")
        for element in soup.find_all("span"):
            if is_part(element.name, element.attrs):
                element.insert_after(NavigableString(MARK))
            else:
                element.unwrap()
        template, found = extract_strings(str(soup))
        return template, [
            (StringValue(value.data.replace(MARK, "")), attributes) for value, attributes in found
        ]

    return extract_strings_and_parts


def _from_source_html(cls: type[StringValue], html: str) -> tuple[StringValue, dict[str, Any]]:
    """As wagtail-localize's, but the language of a part is left where it is."""
    soup = BeautifulSoup(html, "html.parser")
    attributes: dict[str, Any] = {}
    numbers: Counter[str] = Counter()
    for element in soup.find_all(True):
        if is_part(element.name, element.attrs):
            element.attrs = {"lang": element["lang"]}
        elif element.attrs:
            numbers[element.name] += 1
            number = f"{element.name}{numbers[element.name]}"
            attributes[number] = element.attrs
            element.attrs = {"id": number}
    strings.validate_element(soup)
    return cls(str(soup)), attributes


def _with_directions(render_soup: Callable[..., BeautifulSoup]) -> Callable[..., BeautifulSoup]:
    def render_soup_with_directions(value: StringValue, attrs: dict[str, Any]) -> BeautifulSoup:
        soup = render_soup(value, attrs)
        for part in _parts(soup):
            part.attrs = dict(part_attributes(str(part["lang"])))
        return soup

    return render_soup_with_directions
