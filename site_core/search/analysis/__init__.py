"""From a text to the keys it is found by: words, their dictionary forms, and both without diacritics."""
