"""`python -m game.cli`: the same as the command `dangol`."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main())
