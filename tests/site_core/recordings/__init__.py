"""Sign language and sound beside the text."""
