"""What the admin's lists and choosers look through: Wagtail's own index, filled with keys and asked for keys."""
