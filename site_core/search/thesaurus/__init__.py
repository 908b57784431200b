"""Words that mean the same, in one language and across them."""
