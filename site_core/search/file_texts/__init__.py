"""What files say: read once when they are stored, by a process of its own, and kept beside them."""
