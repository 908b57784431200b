"""Names of the report's addresses, and the permission to read it."""

ASKED = "asked_questions"
ASKED_RESULTS = "asked_questions_results"
MAY_READ = "site_core.view_askedquestion"
