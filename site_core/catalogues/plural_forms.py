"""How many forms a counted noun has in each language of the interface, and which number takes which."""

import gettext

ONE_OR_MORE = "nplurals=2; plural=(n != 1);"
EAST_SLAVIC = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
)
PLURAL_FORMS = {
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "en": ONE_OR_MORE,
    "uk": EAST_SLAVIC,
    "be": EAST_SLAVIC,
    "ar": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
    ),
}
SEEN_NUMBERS = range(1000)


def plural_forms(language: str) -> str:
    """The header for a language; easy-to-read Polish counts as Polish does."""
    return PLURAL_FORMS.get(language) or PLURAL_FORMS.get(language.split("-")[0], ONE_OR_MORE)


def numbers_by_form(header: str) -> list[list[int]]:
    """For each form the numbers below a thousand that take it; the Polish first form is for 1 alone."""
    count, rule = (part.split("=", 1)[1] for part in header.rstrip("; ").split(";"))
    form_of = gettext.c2py(rule)
    forms: list[list[int]] = [[] for _form in range(int(count))]
    for number in SEEN_NUMBERS:
        forms[form_of(number)].append(number)
    return forms
