class SearchUnavailable(Exception):
    """The index is not in this database, and does not answer."""
