"""The interface's catalogues: what is asked for in the code, what stands in `locale/`, and where the two differ."""
