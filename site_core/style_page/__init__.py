"""The living style page at `/styl/`: every component in each of its states, for people who are logged in."""
