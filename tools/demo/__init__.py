"""`make demo`: from a fresh clone to a site that answers, and again in seconds."""
