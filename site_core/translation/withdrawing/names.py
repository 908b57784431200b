"""Names of the addresses, and of what is written into Wagtail's log."""

WITHDRAW = "withdraw_page"
WITHDRAWALS = "withdrawals"
WITHDRAWALS_RESULTS = "withdrawals_results"
PUT_BACK = "put_back_withdrawal"

LOGGED_WITHDRAWAL = "site_core.withdraw"
"""On the page that was withdrawn; holds everything that is needed to put it back. One for each withdrawal."""
LOGGED_WITH_IT = "site_core.withdraw.with"
"""On every other version and page that went with it, with its number in `data["withdrawal"]`."""
LOGGED_PUT_BACK = "site_core.put_back"
LOGGED_FILES_BACK = "site_core.files_back"
