"""Build the fonts, icons and pictures of Dangol: python build.py [part ...] [--out FOLDER]."""

import argparse
from pathlib import Path

from backdrops import build_backdrops
from copies import build_fonts, build_icons
from portraits import build_portraits
from title import build_title

PARTS = {
    "fonts": build_fonts,
    "icons": build_icons,
    "portraits": build_portraits,
    "backdrops": build_backdrops,
    "title": build_title,
}


def main() -> None:
    """Read the command line and build the parts asked for, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent)
    arguments = parser.parse_args()
    unknown = set(arguments.parts) - set(PARTS)
    if unknown:
        parser.error(f"unknown part: {', '.join(sorted(unknown))}")
    for name in arguments.parts or PARTS:
        print(f"building {name}")
        PARTS[name](arguments.out)


if __name__ == "__main__":
    main()
