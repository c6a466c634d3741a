"""A real browser for the tests marked `browser`: Debian's Chromium, with the fonts of the game.

`apt-get install chromium poppler-utils` brings what they need beyond pip.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from game import content

CHROMIUM = "/usr/bin/chromium"
# No sandbox as root in a container, no shared memory to run out of, nothing asked of the network.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--font-render-hinting=none",
)
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium that knows Pretendard alone, so that it draws the same on every machine."""
    folder = tmp_path_factory.mktemp("fonts")
    setup = folder / "fonts.conf"
    fonts: Path = content.assets() / "fonts"
    setup.write_text(FONTS.format(fonts=fonts, cache=folder / "cache"), "utf-8")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=ARGUMENTS,
            env={**os.environ, "FONTCONFIG_FILE": str(setup)},
        )
        yield opened
        opened.close()
