"""Where keys are kept and looked up: one interface, and for each database its own full-text index behind it."""
