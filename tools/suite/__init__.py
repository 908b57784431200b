"""`make test`, `make test-rest` and `make test-next`: what must hold before a change is handed on."""
