"""Pictures and documents: what may come in, in which shape it is kept, how it is given out.

Rules and reasons: docs/features/media.md.
"""
