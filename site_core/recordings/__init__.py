"""Sign language and sound beside the text of a page (docs/features/recordings.md)."""
