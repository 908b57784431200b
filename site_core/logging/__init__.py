"""Logs that say what happened, and never to whom."""
