"""From what somebody typed to what is looked for."""
