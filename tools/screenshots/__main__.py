"""Start here: `.venv/bin/python -m tools.screenshots [name …]`. Without names every picture is taken."""

import sys

from tools.screenshots.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
