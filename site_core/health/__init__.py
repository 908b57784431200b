"""Is the site alive, can it serve, and what happens when a neighbour of it is down."""
