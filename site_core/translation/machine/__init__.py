"""Drafts by a translation service, for people to read over; nothing of it is public before somebody did."""
