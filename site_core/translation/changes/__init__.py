"""What changed in a source since it was translated, and only that: shown, translated, handed on."""
