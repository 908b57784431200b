"""Names of the board's addresses."""

BOARD = "translations_board"
BOARD_RESULTS = "translations_board_results"
CHOSEN = "translations_board_chosen"
IMPORT = "translations_board_import"

MOST_FOUND = 200
"""Of all pages that the filters find. An archive of them is waited for, and an address holds the number of each."""
