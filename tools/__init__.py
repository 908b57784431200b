"""What `make demo` and `make test` run: the standard library only, started by the system's own python3."""
