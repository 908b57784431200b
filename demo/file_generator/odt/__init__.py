"""An OpenDocument text that a teacher opens, changes and prints: real headings, lists and tables."""

from demo.file_generator.odt.package import odt

__all__ = ["odt"]
