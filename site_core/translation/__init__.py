"""Translating: who may, into which language, and what waits for it."""
