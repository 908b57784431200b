"""What of an office document is not seen by who opens it."""
