"""Withdraw everywhere: one page out of sight in all its languages, with its files, and back again (issue 3)."""
