"""Turns the written sources in ``demo/content/files`` into the files people download, in ``demo/files``."""
