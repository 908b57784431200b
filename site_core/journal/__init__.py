"""A journal of changes: how every process learns that what it keeps in memory is out of date (ADR 7)."""
