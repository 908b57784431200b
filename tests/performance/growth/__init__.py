"""
How the search grows with the site: `python -m tests.performance.growth`, on SQLite or on what DATABASE_URL names.

No part of the suite: it takes long, and its figures are of the machine. See docs/features/search.md.
"""
