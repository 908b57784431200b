"""Settings in small parts. `demo`, `test` and `production` are the entry points; each stands on `base`."""
