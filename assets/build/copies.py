"""Copy the fonts and the icons, unmodified, out of their npm packages."""

import shutil
from pathlib import Path

MODULES = Path(__file__).parent / "node_modules"
WEIGHTS = ("Regular", "SemiBold", "Bold")
FILL_ICONS = [
    "bookmark-simple",
    "chat-circle-dots",
    "check-circle",
    "clipboard-text",
    "envelope-simple",
    "hand-heart",
    "heart",
    "hourglass-medium",
    "lightbulb",
    "lock-simple",
    "monitor",
    "paper-plane-right",
    "phone",
    "play",
    "quotes",
    "seal-check",
    "smiley",
    "smiley-angry",
    "smiley-meh",
    "smiley-sad",
    "sparkle",
    "storefront",
    "user",
    "warning-circle",
    "x-circle",
]
BOLD_ICONS = [
    "arrow-counter-clockwise",
    "arrow-down",
    "arrow-up",
    "book-open",
    "caret-left",
    "caret-right",
    "chalkboard-teacher",
    "chart-line-up",
    "check",
    "circle-dashed",
    "clock-countdown",
    "clock-counter-clockwise",
    "compass",
    "door-open",
    "exam",
    "export",
    "folder-open",
    "gear-six",
    "key-return",
    "keyboard",
    "magnifying-glass",
    "pencil-ruler",
    "pencil-simple-line",
    "plus",
    "question",
    "repeat",
    "shield-check",
    "sign-out",
    "speaker-high",
    "text-aa",
    "trash",
    "user-sound",
    "users-three",
    "x",
]


def build_fonts(out: Path) -> None:
    """Copy the three weights of Pretendard and their licence."""
    folder = out / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    source = MODULES / "pretendard" / "dist"
    for weight in WEIGHTS:
        shutil.copyfile(
            source / "public" / "static" / f"Pretendard-{weight}.otf",
            folder / f"Pretendard-{weight}.otf",
        )
    shutil.copyfile(source / "LICENSE.txt", folder / "OFL.txt")


def build_icons(out: Path) -> None:
    """Copy the Phosphor icons the screens use, one weight each, and their licence."""
    folder = out / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    source = MODULES / "@phosphor-icons" / "core"
    for weight, names in (("fill", FILL_ICONS), ("bold", BOLD_ICONS)):
        for name in names:
            shutil.copyfile(
                source / "assets" / weight / f"{name}-{weight}.svg", folder / f"{name}.svg"
            )
    shutil.copyfile(source / "LICENSE", folder / "LICENSE")
