"""The board of translators: every page of the source language, and in which state it is in each other language."""
