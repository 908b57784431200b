"""`make test`, `make test-rest` and `make test-next`: everything that must hold before a change is handed on."""
