"""`python -m game` is the command `dangol`."""

import sys

from game.cli import main

sys.exit(main())
