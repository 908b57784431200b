"""Names of the board's addresses."""

BOARD = "translations_board"
BOARD_RESULTS = "translations_board_results"
CHOSEN = "translations_board_chosen"
IMPORT = "translations_board_import"
