"""Words in brackets behind a translated term are read in their own language."""

from django.template.loader import render_to_string


def term(words: str, language: str) -> str:
    value = {"term": words, "definition": "…", "language": language}
    return render_to_string("blocks/glossary_term.html", {"value": value})


def test_the_original_in_brackets_has_its_language_and_nothing_else_has() -> None:
    html = term("private prosecution (oskarżenie prywatne)", "pl")
    assert '<dfn>private prosecution (<span lang="pl" dir="ltr">oskarżenie prywatne</span>)</dfn>' in html
    assert 'dir="rtl">شكرا</span>)' in term("dziękuję (شكرا)", "ar")


def test_a_term_without_a_language_is_as_it_was_written() -> None:
    assert "<dfn>hejt (w sieci)</dfn>" in term("hejt (w sieci)", "")


def test_what_was_written_is_no_markup() -> None:
    assert "<b>" not in term("a (<b>b</b>)", "pl")
    assert "<b>" not in term("a (<b>b</b>)", "")
