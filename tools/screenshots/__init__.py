"""Pictures of the admin for the editors' handbook: `python -m tools.screenshots [name …]`."""
