"""The first page of the admin: what waits for this person, in words also when nothing does."""
