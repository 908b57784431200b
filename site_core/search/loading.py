"""What the first question would load."""

from site_core.search.analysis import analysers
from site_core.search.thesaurus import concepts


def load() -> None:
    """Dictionaries and thesaurus: a second, and some 100 MB that processes forked afterwards share."""
    analysers.load()
    concepts.load()
    analysers.keys_of.cache_clear()  # of the thesaurus's words, which are known by now
