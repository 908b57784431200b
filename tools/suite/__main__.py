"""Start here: `python3 -m tools.suite [--rest | --next]`. Parsed by any Python from 3.6, see tools/interpreter.py."""

import sys

from tools.interpreter import refuse_old_python

if __name__ == "__main__":
    refuse_old_python()
    from tools.suite.command import main

    sys.exit(main(sys.argv[1:]))
