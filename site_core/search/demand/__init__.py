"""What people ask, counted without knowing who asks, and shown to editors once it is nobody's own question."""
