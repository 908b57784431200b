"""The few words the generator adds itself, in the languages of the files."""

from __future__ import annotations

PROGRAMME = "Wspólny Język"
DEMONSTRATION = {
    "pl": "Materiał pokazowy platformy Wspólny Język",
    "en": "Demonstration material of the Wspólny Język platform",
    "uk": "Демонстраційний матеріал платформи Wspólny Język",
    "be": "Дэманстрацыйны матэрыял платформы Wspólny Język",
    "ru": "Демонстрационный материал платформы Wspólny Język",
    "ar": "مادة توضيحية من منصّة Wspólny Język",
    "es": "Material de demostración de la plataforma Wspólny Język",
    "it": "Materiale dimostrativo della piattaforma Wspólny Język",
    "hi": "Wspólny Język मंच की प्रदर्शन सामग्री",
    "vi": "Tài liệu minh họa của nền tảng Wspólny Język",
}
LICENCES = {
    "cc-by-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "cc-by-sa-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "cc-by-nd-4.0": ("CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    "cc-by-nc-4.0": ("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    "cc0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}
RIGHT_TO_LEFT = {"ar"}


def demonstration(language: str) -> str:
    return DEMONSTRATION[language.split("-")[0]]


def direction(language: str) -> str:
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
