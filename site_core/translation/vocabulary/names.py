"""The name of the list's address."""

VOCABULARY = "translations_vocabulary"
