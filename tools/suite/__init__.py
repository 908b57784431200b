"""`make test` and `make test-next`: everything that must hold before a change is handed on."""
