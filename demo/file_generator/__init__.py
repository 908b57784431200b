"""From the texts in `demo/content/files/` to the PDFs, ODTs, pictures and captions in `demo/files/`.

Run by hand when a text changes; what it makes is committed, so that a demonstration needs no system library.
How, and what it needs: README.md beside this file.
"""
