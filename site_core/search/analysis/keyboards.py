"""A word typed on the keyboard of another script: gkfrfn is плакат, руоею is hejt."""

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_LAYOUTS = {
    "uk": "йцукенгшщзхїфівапролджєячсмитьбю",
    "be": "йцукенгшўзх'фывапролджэячсмітьбю",
    "ru": "йцукенгшщзхъфывапролджэячсмитьбю",
}


def on_other_keyboards(word: str) -> dict[str, str]:
    """By language, what the same keys would have written there; only where every key writes a letter."""
    found = {}
    for code, layout in _LAYOUTS.items():
        keys = dict(zip(_LATIN, layout, strict=True))
        if all(letter in keys for letter in word):
            found[code] = "".join(keys[letter] for letter in word)
        letters = {letter: key for key, letter in keys.items()}
        if all(letter in letters for letter in word):
            latin = "".join(letters[letter] for letter in word)
            found.update({language: latin for language in ("pl", "en") if latin.isalpha()})
    return found
