"""The seven backdrops, one a channel: own drawings, softly blurred. The middle stays calm."""

import random
from pathlib import Path

from PIL import ImageFilter
from svg import (
    bubble,
    city,
    document,
    envelope,
    fade,
    glow,
    group,
    lamp,
    line,
    oval,
    path,
    plant,
    rasterise,
    rect,
    window,
)

WIDTH, HEIGHT = 1000, 1200
BLUR = 4.5
NOTES = (  # on the board: place, size, colour, turn
    (130, 176, 150, 130, "#fff4c9", -3),
    (304, 166, 120, 160, "#ffffff", 2),
    (450, 178, 140, 110, "#fdf6e6", -1),
    (620, 170, 120, 150, "#d9ebfa", 2),
    (764, 176, 140, 120, "#ffe0d6", -3),
    (140, 340, 130, 160, "#ffffff", 2),
    (300, 366, 130, 120, "#f0eadb", -2),
    (470, 330, 150, 150, "#fbf3df", 1),
    (650, 356, 110, 130, "#e9f4e4", -2),
    (784, 330, 124, 170, "#fffdf8", 2),
)
GOODS = ("#f6b89a", "#9fc4e8", "#f3d08a", "#a9d5bf", "#d3c4ee", "#ffffff")


def room(top: str, bottom: str, table: str, edge: str = "#fff7ec", at: float = 870) -> str:
    """Return a wall and a table top before it."""
    return (
        fade("wall", top, bottom)
        + rect(0, 0, WIDTH, HEIGHT, "url(#wall)")
        + rect(0, at, WIDTH, HEIGHT - at, table)
        + rect(0, at, WIDTH, 26, edge)
    )


def goods(x: float, y: float, w: float, seed: int) -> str:
    """Return a shelf board at y with boxes and jars on it."""
    dice, parts, left = random.Random(seed), [], x + 12
    while left < x + w - 60:
        wide, high = dice.choice((52, 66, 84)), dice.choice((66, 88, 106))
        if left + wide > x + w - 10:
            break
        parts.append(rect(left, y - high, wide, high, dice.choice(GOODS), dice.choice((4, 20))))
        parts.append(
            rect(left + wide * 0.22, y - high * 0.6, wide * 0.56, high * 0.24, "#ffffffb0", 3)
        )
        left += wide + 12
    return "".join(parts) + rect(x, y, w, 14, "#c9a783", 4)


def phone() -> str:
    """A bright consultation desk: a call on the screen, a headset, the city."""
    heights = (30, 64, 110, 76, 140, 96, 52, 120, 84, 40, 66, 28)
    wave = "".join(
        rect(684 + i * 22, 330 - h / 2, 12, h, "#7fd0ff" if i < 7 else "#4a6791", 6)
        for i, h in enumerate(heights)
    )
    screen = (
        rect(640, 190, 350, 270, "#fbfdff", 22)
        + rect(654, 204, 322, 242, "#22395f", 14)
        + oval(692, 236, 13, 13, "#58d6a0")
        + rect(716, 228, 110, 16, "#8fa6cc", 8)
        + wave
        + oval(815, 416, 20, 20, "#f0736a")
        + rect(796, 460, 38, 60, "#dfe6f1")
    )
    headset = (
        line("M66 760C66 610 224 610 224 760", "#3a4766", 20)
        + rect(46, 740, 44, 92, "#52628a", 20)
        + rect(200, 740, 44, 92, "#52628a", 20)
        + line("M222 826C222 872 190 884 158 880", "#3a4766", 10)
        + oval(150, 880, 18, 12, "#3a4766")
    )
    stand = rect(136, 640, 18, 240, "#c3ccdc", 8) + oval(145, 884, 70, 16, "#b4bfd2")
    return (
        room("#f3f7fd", "#dde8f5", "#e5d6c2", "#fffdf8", 884)
        + window(56, 170, 500, 400, oval(440, 250, 46, 46, "#fff6d2") + city(56, 580, 500, 5))
        + rect(600, 560, 400, 14, "#cfd9e8", 5)
        + lamp(300, 60, "#5a78b8")
        + screen
        + rect(640, 506, 74, 54, "#f3d08a", 6)
        + rect(722, 490, 22, 70, "#9fc4e8", 4)
        + rect(750, 484, 26, 76, "#f6b89a", 4)
        + rect(782, 494, 20, 66, "#a9d5bf", 4)
        + plant(910, 890, 1.15, "#ffffff")
        + stand
        + headset
    )


def counter() -> str:
    """A warm shop: lamps, shelves, a till."""
    street = (
        oval(430, 260, 44, 44, "#fff7d6")
        + city(70, 540, 480, 9)
        + rect(70, 520, 480, 90, "#a9d5bf")
    )
    awning = "".join(
        path(
            f"M{58 + i * 72} 150H{130 + i * 72}V200A36 30 0 0 1 {58 + i * 72} 200Z",
            "#e58a72" if i % 2 else "#fff8ee",
        )
        for i in range(7)
    )
    till = (
        rect(24, 742, 190, 112, "#5d6f94", 14)
        + rect(44, 640, 150, 112, "#3c4a6b", 12)
        + rect(56, 652, 126, 84, "#b9d6f2", 8)
        + rect(48, 790, 142, 14, "#a9b7d3", 6)
    )
    shelves = "".join(goods(630, y, 370, 11 + y) for y in (340, 510, 680))
    return (
        room("#f9f1e5", "#eedcc6", "#dcc3a4", at=850)
        + window(70, 170, 480, 410, street)
        + awning
        + shelves
        + rect(622, 190, 14, 660, "#b8946f")
        + rect(988, 190, 14, 660, "#b8946f")
        + lamp(300, 56)
        + lamp(760, 56)
        + till
        + plant(930, 862, 0.95)
    )


def chat_telephone() -> str:
    """A telephone with a talk on it."""
    talk = "".join(
        bubble(
            700 + (70 if mine else 0),
            300 + i * 86,
            150 if mine else 170,
            54,
            "#5b7cf0" if mine else "#eef2fb",
            "right" if mine else "left",
        )
        for i, mine in enumerate((False, True, False, True))
    )
    return (
        rect(664, 196, 292, 520, "#2c3655", 42)
        + rect(678, 210, 264, 492, "#dfe6fa", 32)
        + rect(678, 210, 264, 64, "#fbfcff", 30)
        + oval(722, 244, 18, 18, "#f3c08f")
        + rect(752, 236, 96, 16, "#b7c2de", 8)
        + talk
        + rect(700, 654, 220, 34, "#ffffff", 17)
        + oval(900, 671, 12, 12, "#5b7cf0")
    )


def chat() -> str:
    """A desk in the evening blue: bubbles on the wall, a telephone on a shelf."""
    dots = "".join(oval(190 + i * 62, 290, 17, 17, "#8ea3ea") for i in range(3))
    wall = (
        bubble(90, 200, 330, 180, "#ffffff")
        + dots
        + bubble(250, 440, 250, 116, "#aebef6", "right")
        + rect(290, 474, 170, 16, "#dfe6ff", 8)
        + rect(290, 506, 110, 16, "#dfe6ff", 8)
        + bubble(64, 560, 150, 92, "#cfe9df")
        + path(
            "M139 618c-22-16-26-30-16-38 8-6 15-2 18 4 4-6 11-10 18-4 10 8 4 22-20 38Z", "#5fae8c"
        )
    )
    mug = (
        line("M212 800C256 790 256 850 206 848", "#e78f7d", 16)
        + rect(90, 770, 122, 116, "#f0a493", 18)
        + line("M136 748C126 734 146 726 136 712M168 748C158 734 178 726 168 712", "#ffffff", 8)
    )
    return (
        room("#eef1fd", "#dadff5", "#cfc5dc", "#f8f5ff", 884)
        + glow(520, 100, 420, "#ffffff", 0.8)
        + rect(610, 716, 390, 18, "#b9b3cf", 6)
        + chat_telephone()
        + wall
        + mug
        + plant(900, 900, 0.75, "#fbf7ff")
    )


def pigeonholes() -> str:
    """A shelf with letters in six holes."""
    holes, dice = [], random.Random(3)
    for row in range(3):
        for column in range(2):
            x, y = 668 + column * 162, 344 + row * 168
            holes.append(rect(x, y, 148, 154, "#8e6c4d", 6))
            for i in range(dice.randint(2, 4)):
                paper = dice.choice(("#fffaf0", "#f3e3c0", "#dce8f5", "#f6d9cf"))
                holes.append(
                    rect(x + 14 + i * 30, y + 42 + dice.randint(-14, 14), 26, 112, paper, 3)
                )
    return rect(650, 326, 350, 540, "#b58f68", 10) + "".join(holes)


def email() -> str:
    """A study with letters on a line and in pigeonholes."""
    line_of_letters = line("M-10 96C250 190 750 190 1010 96", "#a58f70", 5) + "".join(
        envelope(x, y, 150, paper, seal, turn)
        for x, y, paper, seal, turn in (
            (110, 188, "#fffdf6", "#e08a7b", 7),
            (304, 226, "#f6e7c6", "#6f9bd0", 3),
            (500, 236, "#fffdf6", "#7fb694", 0),
            (696, 226, "#dfeaf7", "#e0a24f", -3),
            (890, 188, "#fffdf6", "#b787c9", -7),
        )
    )
    hills = (
        oval(150, 700, 260, 190, "#a8cfb2")
        + oval(430, 720, 240, 170, "#8fc0a0")
        + oval(410, 430, 40, 40, "#fff3c8")
    )
    desk = (
        rect(30, 838, 250, 20, "#fffaf0", 4)
        + rect(44, 818, 226, 20, "#f3e3c0", 4)
        + rect(36, 798, 236, 20, "#dce8f5", 4)
        + envelope(150, 748, 168, "#fffdf6", "#d9695a", -4)
    )
    return (
        room("#f5f3e4", "#e3e3ca", "#a97f58", "#c89d72", 858)
        + window(60, 330, 430, 330, hills, "#fffdf4")
        + glow(500, 60, 400, "#fff6d8", 0.8)
        + pigeonholes()
        + line_of_letters
        + desk
    )


def heart(x: float, y: float, size: float, colour: str) -> str:
    """Return a heart with its middle at (x, y)."""
    shape = "M0 34C-40 6-46-18-30-32-16-43-4-34 0-22 4-34 16-43 30-32 46-18 40 6 0 34Z"
    return path(shape, colour, transform=f"translate({x} {y}) scale({size})")


def dm_telephone() -> str:
    """A telephone that shows a photo of a cup, and a heart."""
    photo = (
        rect(672, 292, 268, 268, "url(#snap)")
        + oval(806, 470, 84, 30, "#fff7ee")
        + path("M748 400H864L850 470H762Z", "#fffaf4")
        + line("M864 412C900 412 894 452 854 450", "#fffaf4", 11)
        + oval(806, 402, 58, 15, "#a8683f")
        + heart(806, 402, 0.3, "#fbe6c8")
    )
    return fade("snap", "#f9b25f", "#ee6a8b", "#9a63d8") + group(
        rect(658, 196, 296, 560, "#33283f", 42)
        + rect(672, 210, 268, 532, "#fffafc", 32)
        + oval(716, 250, 21, 21, "url(#snap)")
        + rect(748, 242, 104, 16, "#dac9d6", 8)
        + photo
        + heart(712, 604, 0.62, "#ef5f7f")
        + bubble(758, 582, 44, 38, "#dac9d6")
        + rect(692, 650, 208, 15, "#e6dae3", 7)
        + rect(692, 682, 150, 15, "#e6dae3", 7)
    )


def dm() -> str:
    """A cafe: hearts and bubbles on the tiles, a telephone, a cup."""
    tiles = "".join(
        rect(x + (30 if row % 2 else 0) - 40, row * 46, 92, 40, "#ffffff", 5, opacity=0.34)
        for row in range(19)
        for x in range(0, 1100, 100)
    )
    notes = (
        bubble(96, 232, 300, 128, "#ffffff")
        + heart(170, 298, 0.95, "#ef6f8d")
        + rect(226, 272, 128, 18, "#ecd6dd", 9)
        + rect(226, 306, 84, 18, "#ecd6dd", 9)
        + bubble(230, 440, 250, 98, "#c79ae6", "right")
        + rect(270, 468, 168, 15, "#efdcfb", 7)
        + rect(270, 496, 104, 15, "#efdcfb", 7)
        + heart(110, 520, 0.7, "#f59fb3")
        + heart(500, 210, 0.55, "#f7b3c2")
    )
    cup = (
        oval(136, 884, 130, 26, "#fffaf4")
        + path("M52 760H220L198 872H74Z", "#fdf3ea")
        + line("M216 782C268 778 264 842 202 840", "#fdf3ea", 15)
        + oval(136, 762, 84, 20, "#b98358")
    )
    return (
        room("#fdeee7", "#f6d9d0", "#b88461", "#d7a680", 876)
        + tiles
        + lamp(190, 50, "#b8506a")
        + lamp(520, 30, "#b8506a")
        + dm_telephone()
        + notes
        + cup
    )


def papers() -> str:
    """The notes on the board, with their pins."""
    pins, pinned = ("#e0695a", "#4f86c6", "#4fa07c", "#e0a24f"), []
    for i, (x, y, w, h, paper, turn) in enumerate(NOTES):
        rows = "".join(
            rect(x + 18, y + 44 + k * 24, w - (36 if k % 2 else 62), 9, "#b9b3a4", 4, opacity=0.55)
            for k in range(int((h - 50) / 26))
        )
        pinned.append(
            group(
                rect(x + 4, y + 7, w, h, "#8a6a48", 4, opacity=0.25),
                rect(x, y, w, h, paper, 4),
                rows,
                oval(x + w / 2, y + 14, 11, 11, pins[i % 4]),
                transform=f"rotate({turn} {x + w / 2} {y})",
            )
        )
    return "".join(pinned)


def board() -> str:
    """An office with a notice board."""
    cabinet = rect(10, 640, 200, 240, "#8fa3b8", 10) + "".join(
        rect(24, 656 + k * 74, 172, 62, "#a9bbcc", 6) + rect(84, 680 + k * 74, 52, 12, "#6d8299", 6)
        for k in range(3)
    )
    return (
        room("#eef3f1", "#d8e3df", "#c7b294", "#e8dac2", 876)
        + glow(500, 60, 460, "#ffffff", 0.8)
        + rect(76, 112, 848, 448, "#a97b50", 16)
        + rect(96, 132, 808, 408, "#dcb98c", 8)
        + papers()
        + cabinet
        + plant(110, 650, 0.62)
        + plant(900, 884, 1.1, "#fffaf0")
    )


def kiosk(x: float, y: float, size: float, glass: str) -> str:
    """Return a standing kiosk with big keys on its screen; (x, y) is its foot."""
    keys = "".join(
        rect(-92 + column * 66, -520 + row * 76, 54, 62, colour, 10)
        for row, colours in enumerate(
            (
                ("#f3b98d", "#ffffff", "#9fd0bd"),
                ("#ffffff", "#a9c6f0", "#ffffff"),
                ("#f4d78f", "#ffffff", "#d5c5ef"),
            )
        )
        for column, colour in enumerate(colours)
    )
    return group(
        oval(0, 0, 150, 26, "#8fa0b8", opacity=0.45),
        path("M-58-220H58L72 0H-72Z", "#e9eef6"),
        rect(-132, -640, 264, 440, "#ffffff", 34),
        rect(-114, -620, 228, 348, glass, 20),
        rect(-92, -596, 130, 20, "#ffffff", 10, opacity=0.8),
        rect(-92, -564, 186, 14, "#ffffff", 7, opacity=0.45),
        keys,
        rect(-60, -248, 120, 16, "#5b6d8c", 8),
        rect(-34, -170, 68, 70, "#ccd6e4", 8),
        transform=f"translate({x} {y}) scale({size})",
    )


def self_service() -> str:
    """A light hall with kiosks and a sign that points the way."""
    panes = "".join(rect(40 + i * 236, 210, 212, 430, "url(#pane)", 10) for i in range(4)) + group(
        city(40, 640, 920, 4), opacity=0.55
    )
    beams = "".join(rect(20 + i * 236, 190, 22, 470, "#fbfdff") for i in range(5))
    sign = (
        rect(270, 0, 8, 70, "#8796ae")
        + rect(722, 0, 8, 70, "#8796ae")
        + rect(220, 66, 560, 104, "#2f5fa8", 18)
        + rect(318, 108, 190, 22, "#cfe0f8", 11)
        + oval(268, 118, 26, 26, "#7fd0ff")
        + line("M640 118H730M700 90L732 118L700 146", "#ffffff", 15, stroke_linejoin="round")
    )
    floor = (
        fade("floor", "#dfe6ee", "#c3cedb")
        + rect(0, 660, WIDTH, 540, "url(#floor)")
        + "".join(
            line(f"M{500 + i * 60} 660L{500 + i * 260} 1200", "#ffffff", 5, opacity=0.5)
            for i in range(-5, 6)
        )
    )
    return (
        fade("wall", "#eef4fb", "#dfe9f4")
        + rect(0, 0, WIDTH, HEIGHT, "url(#wall)")
        + fade("pane", "#cfe5fb", "#f2f8ff")
        + panes
        + beams
        + floor
        + glow(500, 260, 480, "#ffffff", 0.6)
        + sign
        + kiosk(610, 700, 0.42, "#4c7fc6")
        + kiosk(400, 700, 0.42, "#4c7fc6")
        + kiosk(856, 1010, 1.12, "#3f72bd")
        + kiosk(134, 1010, 1.12, "#3f72bd")
    )


SCENES = {
    "phone": phone,
    "counter": counter,
    "chat": chat,
    "email": email,
    "dm": dm,
    "board": board,
    "self-service": self_service,
}


def build_backdrops(out: Path) -> None:
    """Draw every backdrop, blur it and save it."""
    folder = out / "backdrops"
    folder.mkdir(parents=True, exist_ok=True)
    for channel, scene in SCENES.items():
        image = rasterise(document(WIDTH, HEIGHT, scene()), WIDTH).convert("RGB")
        image = image.filter(ImageFilter.GaussianBlur(BLUR))
        image.save(folder / f"{channel}.png", optimize=True)
