"""What editors add to the search: pinned pages, and words that mean the same."""
