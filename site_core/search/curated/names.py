"""Names of addresses."""

PINS, ADD_PIN = "pinned_pages:index", "pinned_pages:add"
SYNONYMS, ADD_SYNONYMS = "search_synonyms:index", "search_synonyms:add"
KNOWN_WORDS = "search_known_words"
