"""The pygame window: screens, widgets and what they are drawn with.

Importing this package sets what SDL reads, so that no module can import pygame before that.
"""

import os


def _prepare_sdl() -> None:
    """Tell SDL what it reads only once, when pygame is imported; the user's own settings win."""
    for name, value in (
        ("PYGAME_HIDE_SUPPORT_PROMPT", "1"),
        ("SDL_IME_SHOW_UI", "1"),  # Windows draws its list of candidates only when asked
        ("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2"),
        ("SDL_FRAMEBUFFER_ACCELERATION", "0"),  # a third of the memory where there is no GPU
    ):
        os.environ.setdefault(name, value)


_prepare_sdl()
