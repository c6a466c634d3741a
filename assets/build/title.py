"""The alley of the title screen, drawn in 1280 x 720 units and rendered at 1600 x 900."""

import base64
import io
import itertools
import math
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from svg import document, fade, glow, group, line, oval, path, rasterise, rect

UNITS = (1280, 720)
WIDTH = 1600
STREET = 572
ZOOM = 3  # pixels a unit for text and faces inside the drawing


def embed(image: Image.Image, x: float, y: float, w: float, h: float, **extra: str | float) -> str:
    """Return a raster image as a part of the drawing."""
    data = io.BytesIO()
    image.save(data, "PNG")
    code = base64.b64encode(data.getvalue()).decode()
    return group(
        f'<image x="{x}" y="{y}" width="{w}" height="{h}" href="data:image/png;base64,{code}"/>',
        **extra,
    )


def words(out: Path, text: str, x: float, y: float, size: int, colour: str) -> str:
    """Return a line of Korean text with its middle at (x, y), set in Pretendard Bold."""
    font = ImageFont.truetype(str(out / "fonts" / "Pretendard-Bold.otf"), size * ZOOM)
    left, top, right, bottom = font.getbbox(text)
    image = Image.new("RGBA", (right - left + 4, bottom - top + 4), (0, 0, 0, 0))
    image.paste(Image.new("RGBA", image.size, colour), (0, 0))
    mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(mask).text((2 - left, 2 - top), text, font=font, fill=255)
    image.putalpha(mask)
    w, h = image.width / ZOOM, image.height / ZOOM
    return embed(image, round(x - w / 2, 2), round(y - h / 2, 2), w, h)


def person(out: Path, folder: str, face: str, x: float, y: float, side: int, clip: str) -> str:
    """Return a portrait inside a window; clip is the id of the pane."""
    image = Image.open(out / "portraits" / folder / f"{face}.png").convert("RGBA")
    image = image.resize((side * ZOOM, side * ZOOM), Image.Resampling.LANCZOS)
    return group(embed(image, x, y, side, side), clip_path=f"url(#{clip})")


def cloud(x: float, y: float, size: float) -> str:
    """Return a cloud with a flat foot."""
    puffs = ((-34, -6, 24), (-8, -18, 28), (24, -8, 22), (46, 0, 14), (-52, 2, 14))
    return group(
        *(oval(dx, dy, r, r * 0.82, "#ffffff") for dx, dy, r in puffs),
        rect(-66, -4, 126, 18, "#ffffff", 9),
        transform=f"translate({x} {y}) scale({size})",
        opacity=0.86,
    )


def tower() -> str:
    """Return the tower on the hill."""
    return group(
        rect(828.6, 84, 2.8, 44, "#8ba2cc"),
        rect(826, 104, 8, 26, "#8ba2cc", 2),
        path("M818 122H842L838 136H822Z", "#7f97c5"),
        rect(815, 113, 30, 11, "#6f89bd", 4),
        path("M825 136H835L838 190H822Z", "#8ba2cc"),
        rect(817, 116, 26, 3, "#cfdcf2", 1),
    )


def village(seed: int) -> str:
    """Return small far roofs at the foot of the hills."""
    dice, parts = random.Random(seed), []
    for i in range(34):
        x, y = i * 39 + dice.randint(-10, 10), 246 + dice.randint(0, 26)
        wall, roof = dice.choice(
            (("#e8dfe0", "#c9a2a4"), ("#dfe4ef", "#a9b5d2"), ("#efe4d6", "#d3b293"))
        )
        parts.append(
            rect(x, y, 34, 60, wall)
            + path(f"M{x - 5} {y + 1}L{x + 17} {y - 14}L{x + 39} {y + 1}Z", roof)
        )
        parts.append(
            rect(x + 7, y + 12, 7, 9, "#ffffff", 1, opacity=0.7)
            + rect(x + 20, y + 12, 7, 9, "#fff0c2", 1)
        )
    return "".join(parts)


def distance() -> str:
    """Return sky, sun, clouds, hills, tower and the far village."""
    return (
        fade("sky", "#b3d0f4", "#d3e4f8", "#eef2f5", "#fdf1da")
        + rect(0, 0, 1280, 420, "url(#sky)")
        + rect(0, 410, 1280, 170, "#b9a58f")
        + glow(936, 120, 250, "#fff0bd", 1)
        + oval(936, 116, 30, 30, "#fffbe6")
        + cloud(616, 88, 1)
        + cloud(1150, 66, 0.9)
        + cloud(764, 146, 0.66)
        + cloud(1236, 176, 0.7)
        + cloud(440, 150, 0.8)
        + path(
            "M-20 300C120 180 240 200 330 236 430 160 520 210 600 232 690 190 760 166 830 168"
            " 920 170 990 236 1080 214 1160 196 1230 220 1300 250V420H-20Z",
            "#bccce6",
        )
        + tower()
        + path(
            "M-20 320C160 240 330 262 470 268 600 224 700 262 800 254 900 232 1010 262"
            " 1120 250 1200 240 1260 262 1300 270V420H-20Z",
            "#c9d7de",
        )
        + village(8)
        + '<linearGradient id="mist" x1="0" y1="0" x2="0" y2="1">'
        '<stop offset="0" stop-color="#fdf3e2" stop-opacity="0"/>'
        '<stop offset="1" stop-color="#fdf3e2" stop-opacity=".75"/></linearGradient>'
        + rect(0, 200, 1280, 160, "url(#mist)")
    )


def bricks(x: float, y: float, w: float, h: float, colour: str, seed: int) -> str:
    """Return a few bricks scattered on a wall, so that it is not bare."""
    dice = random.Random(seed)
    return "".join(
        rect(
            x + dice.randrange(0, int(w - 22), 22),
            y + dice.randrange(0, int(h - 8), 11),
            20,
            8,
            colour,
            2,
        )
        for _ in range(int(w * h / 2600))
    )


def awning(x: float, y: float, w: float, colour: str, pale: str) -> str:
    """Return a striped awning with scallops, its shadow and a string of lamps."""
    count = max(6, round(w / 26))
    step, drop = w / count, 34
    stripes = "".join(
        path(
            f"M{x + i * step:.1f} {y}h{step:.2f}v{drop}a{step / 2:.2f} 11 0 0 1 {-step:.2f} 0Z",
            pale if i % 2 else colour,
        )
        for i in range(count)
    )
    shade = "".join(
        path(
            f"M{x + i * step:.1f} {y + drop}a{step / 2:.2f} 11 0 0 0 {step:.2f} 0v-7h{-step:.2f}Z",
            "#00000012",
        )
        for i in range(count)
    )
    lights, bulbs = "", 6
    for i in range(bulbs):
        left, span = x + i * w / bulbs, w / bulbs
        lights += line(
            f"M{left:.1f} {y + 4}Q{left + span / 2:.1f} {y + 20} {left + span:.1f} {y + 4}",
            "#5a463d",
            1.4,
        )
        middle = left + span / 2
        lights += glow(middle, y + 18, 17, "#ffe9a8", 0.95) + rect(
            middle - 1.6, y + 10, 3.2, 5, "#5a463d", 1
        )
        lights += oval(middle, y + 18, 4.2, 4.8, "#fffbe2")
    return (
        rect(x, y + 26, w, 32, "#3a2a2a", 6, opacity=0.13)
        + stripes
        + shade
        + rect(x - 6, y - 8, w + 12, 9, "#4b3a38", 4)
        + lights
    )


def sign(
    out: str, text: str, x: float, y: float, w: float, board: str, ink: str, size: int = 19
) -> str:
    """Return a sign board with a thin inner line and its name."""
    return (
        rect(x, y + 4, w, 44, "#2b2230", 7, opacity=0.18)
        + rect(x, y, w, 44, board, 7)
        + rect(x + 4, y + 4, w - 8, 36, "none", 5, stroke=ink, stroke_width=1, opacity=0.45)
        + words(out, text, x + w / 2, y + 22, size, ink)
    )


def pane(name: str, x: float, y: float, w: float, h: float, frame: str) -> str:
    """Return a lit shop window; things inside it may clip to its id."""
    return (
        f'<clipPath id="{name}">{rect(x, y, w, h, "#000", 3)}</clipPath>'
        + fade(f"{name}l", "#ffe9b0", "#fff8df")
        + rect(x - 7, y - 7, w + 14, h + 14, frame, 6)
        + rect(x, y, w, h, f"url(#{name}l)", 3)
    )


def glass(x: float, y: float, w: float, h: float) -> str:
    """Return the light that slides over a window."""
    return path(
        f"M{x + w * 0.56} {y}H{x + w * 0.72}L{x + w * 0.4} {y + h}H{x + w * 0.24}Z",
        "#ffffff",
        opacity=0.18,
    ) + path(
        f"M{x + w * 0.78} {y}H{x + w * 0.83}L{x + w * 0.51} {y + h}H{x + w * 0.46}Z",
        "#ffffff",
        opacity=0.18,
    )


def door(x: int, y: float, w: float, colour: str, dark: str, knob: str = "right") -> str:
    """Return a shop door that stands on the street."""
    hand = x + w - 10 if knob == "right" else x + 10
    name = f"door{x}"
    return (
        fade(name, "#ffe6a6", "#fff4d3")
        + rect(x - 5, y - 5, w + 10, STREET - y + 5, dark, 6)
        + rect(x, y, w, STREET - y, colour, 4)
        + rect(x + 9, y + 12, w - 18, 84, f"url(#{name})", 4)
        + rect(x + 9, y + 108, w - 18, STREET - y - 122, dark, 4, opacity=0.35)
        + rect(hand - 2.5, y + 92, 5, 22, "#f0d9a0", 2.5)
    )


def bread(x: float, y: float) -> str:
    """Return a loaf or a bun with its cuts."""
    return (
        oval(x, y, 15, 9, "#c98a45")
        + oval(x - 1, y - 2, 12, 6, "#dca763")
        + line(f"M{x - 6} {y - 5}l3 5M{x} {y - 6}l3 5M{x + 6} {y - 5}l3 5", "#b87a3a", 1.4)
    )


def bakery(out: Path) -> str:
    """The first shop: 온기제과."""
    inside = (
        rect(552, 404, 130, 5, "#c99b6a")
        + rect(552, 432, 40, 5, "#c99b6a")
        + "".join(bread(566 + i * 32, 398) for i in range(4))
        + "".join(
            rect(556 + i * 11, 416, 8, 16, c, 2)
            for i, c in enumerate(("#e6a15f", "#f1d9b2", "#d9765c"))
        )
    )
    loaves = (
        rect(546, 494, 142, 24, "#9b5a40")
        + rect(546, 490, 142, 6, "#c98a63")
        + "".join(bread(564 + i * 27, 485) for i in range(5))
    )
    return (
        fade("peach", "#fae3cc", "#f3cfae")
        + rect(524, 258, 256, 314, "url(#peach)")
        + bricks(530, 268, 240, 60, "#efc6a2", 3)
        + bricks(530, 524, 240, 46, "#e3b58f", 4)
        + rect(516, 250, 268, 18, "#a9604c", 5)
        + rect(516, 264, 268, 5, "#8a4a3a", 2)
        + sign(out, "온기제과", 542, 284, 218, "#7d4236", "#fff3dd", 21)
        + pane("bake", 546, 378, 142, 132, "#fffaf0")
        + group(inside, clip_path="url(#bake)")
        + person(out, "man-40s_short-black_none", "smiling", 572, 372, 126, "bake")
        + group(loaves, clip_path="url(#bake)")
        + glass(546, 378, 142, 132)
        + rect(536, 518, 162, 8, "#fff3df", 3)
        + rect(540, 526, 154, 46, "#d59a72", 3)
        + "".join(rect(548 + i * 49, 534, 40, 32, "#c98a63", 3) for i in range(3))
        + door(710, 396, 54, "#96503e", "#6d362b")
        + awning(536, 348, 232, "#dd6a55", "#fff6ea")
    )


def laundry_line() -> str:
    """Return three shirts on a rail, for the window of the laundry."""
    shirts = "".join(
        path(f"M{x} 414l9-6h10l9 6 4 14-7 2v26h-22v-26l-7-2Z", c)
        for x, c in ((898, "#9fc4e8"), (932, "#f5b9a4"), (966, "#ffffff"))
    )
    return line("M884 406H1010", "#7a8a90", 3) + shirts


def upstairs() -> str:
    """Two windows with curtains and flower boxes, above the laundry."""
    drawn = ""
    for x in (808, 930):
        drawn += (
            fade(f"up{x}", "#cfe3f8", "#f3f8fd")
            + rect(x - 6, 198, 84, 80, "#fffaf0", 6)
            + rect(x, 204, 72, 68, f"url(#up{x})", 2)
            + rect(x + 33.5, 204, 5, 68, "#fffaf0")
            + path(f"M{x} 204h20c0 26-8 42-20 50Z", "#f6d8cf")
            + path(f"M{x + 72} 204h-20c0 26 8 42 20 50Z", "#f6d8cf")
        )
        drawn += rect(x - 10, 276, 92, 12, "#7fa6a0", 3) + "".join(
            oval(x - 2 + i * 13, 273 - i % 2 * 4, 8, 7, "#5fa17f")
            + oval(x + i * 13, 268 - i % 2 * 4, 5, 5, ("#e5735c", "#f2b84c", "#d65a83")[i % 3])
            for i in range(7)
        )
    return drawn


def laundry(out: Path) -> str:
    """The second shop, with a floor above: 다시수리 · 맑은세탁."""
    washer = (
        rect(892, 470, 50, 50, "#eef3f7", 6)
        + oval(917, 497, 16, 16, "#9db6c8")
        + oval(917, 497, 11, 11, "#cfe4f2")
    )
    return (
        fade("mint", "#dcebe5", "#bfd9d1")
        + rect(786, 176, 244, 396, "url(#mint)")
        + bricks(794, 190, 226, 120, "#c4dcd4", 7)
        + rect(776, 164, 256, 18, "#3c6f72", 5)
        + rect(776, 178, 256, 5, "#2c5558", 2)
        + upstairs()
        + sign(out, "다시수리 · 맑은세탁", 800, 304, 210, "#2c5a5d", "#eafaf4", 17)
        + door(808, 400, 52, "#3f7376", "#2a5255")
        + pane("wash", 884, 396, 126, 118, "#fffaf0")
        + group(laundry_line(), washer, clip_path="url(#wash)")
        + person(out, "man-20s_quiff-dark_none", "smiling", 912, 408, 112, "wash")
        + glass(884, 396, 126, 118)
        + rect(874, 514, 146, 8, "#f6fbf8", 3)
        + rect(878, 522, 138, 50, "#8fb9b0", 3)
        + "".join(rect(886 + i * 44, 530, 36, 34, "#7da99f", 3) for i in range(3))
        + awning(796, 362, 220, "#3f8f8a", "#f4fbf7")
    )


def books(x: float, y: float, w: float, seed: int) -> str:
    """Return a row of books that stands on y."""
    dice, parts, left = random.Random(seed), [], x
    while left < x + w - 8:
        wide, high = dice.choice((6, 8, 10)), dice.randint(18, 30)
        colour = dice.choice(("#c8574b", "#4d77b3", "#e2b04e", "#5f9a83", "#8a6fb3", "#f2e6cd"))
        parts.append(rect(left, y - high, wide, high, colour, 1))
        left += wide + dice.choice((0.6, 0.6, 5))
    return "".join(parts)


def bookshop(out: Path) -> str:
    """The third shop: 모퉁이책방."""
    inside = (
        rect(1054, 416, 138, 5, "#a8784c")
        + books(1058, 416, 128, 5)
        + rect(1054, 462, 30, 5, "#a8784c")
        + books(1054, 462, 28, 6)
        + rect(1168, 462, 26, 5, "#a8784c")
        + books(1168, 462, 24, 9)
    )
    return (
        fade("navy", "#46588c", "#36467a")
        + rect(1032, 232, 260, 340, "url(#navy)")
        + bricks(1040, 244, 240, 16, "#3b4b80", 2)
        + bricks(1040, 524, 200, 46, "#2d3b69", 5)
        + rect(1024, 220, 272, 18, "#2a3561", 5)
        + rect(1024, 234, 272, 5, "#1f284d", 2)
        + sign(out, "모퉁이책방", 1050, 262, 212, "#f7e7c4", "#3c2b26", 20)
        + pane("read", 1054, 358, 138, 146, "#2a3561")
        + group(inside, clip_path="url(#read)")
        + person(out, "woman-30s_long-black_none", "smiling", 1064, 384, 122, "read")
        + glass(1054, 358, 138, 146)
        + rect(1044, 510, 158, 8, "#f7e7c4", 3)
        + rect(1048, 518, 150, 54, "#2d3b69", 3)
        + "".join(rect(1056 + i * 47, 527, 40, 36, "#38487d", 3) for i in range(3))
        + door(1218, 380, 54, "#2f3d6e", "#222c55")
        + awning(1044, 322, 232, "#e3ac45", "#fff7e3")
    )


def old_wall() -> str:
    """The house at the left end; most of it lies under the panel of the title."""
    tiles = "".join(path(f"M{-10 + i * 22} 262a11 12 0 0 0 22 0Z", "#8d6a5c") for i in range(25))
    return (
        fade("sand", "#ecdcc4", "#dcc3a2")
        + rect(-10, 262, 532, 310, "url(#sand)")
        + bricks(0, 290, 510, 270, "#d6bb98", 12)
        + path("M-10 236H516L534 264H-10Z", "#a37c6a")
        + rect(-10, 258, 540, 8, "#8d6a5c", 3)
        + tiles
        + "".join(
            rect(x, 330, 96, 104, "#fffaf0", 6)
            + rect(x + 8, 338, 80, 88, "#cfe0f2", 3)
            + rect(x + 45, 338, 6, 88, "#fffaf0")
            for x in (60, 220, 380)
        )
    )


def wire(points: list[tuple[float, float]], colour: str = "#6f6a78", width: float = 1.6) -> str:
    """Return a sagging wire through a list of points."""
    d = f"M{points[0][0]} {points[0][1]}"
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        sag = abs(x1 - x0) * 0.12
        d += f"Q{(x0 + x1) / 2:.0f} {max(y0, y1) + sag:.0f} {x1} {y1}"
    return line(d, colour, width)


def far_pole() -> str:
    """A second pole behind the houses, which holds the other end of the wires."""
    return (
        rect(415, 70, 9, 200, "#94867f", 4)
        + rect(394, 84, 52, 6, "#94867f", 3)
        + rect(398, 110, 44, 6, "#94867f", 3)
    )


def pole() -> str:
    """The pole with its arms, insulators, a box, a lamp and the wires."""
    arms = ((118, 992, 1058), (146, 1000, 1050))
    parts = rect(1019, 96, 11, 476, "#7b6a66", 4) + rect(1019, 96, 4, 476, "#94827c", 2)
    for y, left, right in arms:
        parts += rect(left, y, right - left, 7, "#7b6a66", 3) + "".join(
            rect(x, y - 8, 6, 9, "#efe6da", 2) for x in (left + 3, right - 9)
        )
    parts += rect(1006, 176, 14, 40, "#8e9aa6", 5) + rect(1004, 172, 18, 6, "#76828e", 2)
    return (
        wire([(-20, 60), (420, 84), (998, 112), (1300, 96)])
        + wire([(-20, 88), (420, 112), (1004, 140), (1300, 126)])
        + wire([(1052, 112), (1300, 84)])
        + wire([(1024, 178), (1300, 210)], width=1.3)
        + parts
    )


def magpie(x: float, y: float) -> str:
    """A magpie that sits on a wire; (x, y) are its feet."""
    return group(
        path("M-14-16C-34-8-54 8-74 24L-66 27C-44 18-20 6-2-6Z", "#1d2947"),
        path("M-12-18C-32-12-48 0-62 14L-40 8C-24 0-10-8-2-12Z", "#2f5aa8"),
        path("M-26-8C-26-30-6-46 14-46 28-46 32-34 26-22 20-8 4 2-8 0-18 0-26-2-26-8Z", "#1d2947"),
        path("M-2-2C10-2 22-14 24-26 18-22 6-22-2-18-12-14-14-4-2-2Z", "#ffffff"),
        path("M-22-12C-14-26 2-32 10-28 8-14-8-6-22-8Z", "#2f5aa8"),
        path("M-18-16C-10-26 0-30 8-27 4-20-6-14-18-13Z", "#ffffff"),
        oval(18, -46, 13, 12, "#1d2947"),
        path("M29-50L48-45 29-41Z", "#3a3f4e"),
        oval(22, -49, 2.6, 2.6, "#ffffff"),
        oval(22.6, -49, 1.4, 1.4, "#11151f"),
        line("M-2-1V7M6-2V6", "#3a3f4e", 2),
        transform=f"translate({x} {y})",
    )


def street() -> str:
    """The pavement before the shops and what stands on it."""
    slabs = "".join(
        line(f"M{640 + (i - 16) * 44} 596L{640 + (i - 16) * 70} 680", "#cdbb9f", 1.4)
        for i in range(33)
    )
    return (
        fade("ground", "#e6d8c1", "#d3bf9f")
        + rect(0, STREET, 1280, 130, "url(#ground)")
        + rect(0, STREET, 1280, 24, "#f0e5d2")
        + rect(0, 594, 1280, 3, "#cfbb9b")
        + slabs
        + "".join(line(f"M0 {y}H1280", "#cdbb9f", 1.4) for y in (622, 652))
        + "".join(
            oval(x, 574, w, 5, "#5a4636", opacity=0.16)
            for x, w in ((650, 140), (908, 130), (1160, 140))
        )
    )


def pot(x: float, y: float, size: float, colour: str, bloom: str) -> str:
    """Return a pot with leaves and flowers before a shop."""
    leaves = "".join(
        oval(
            math.sin(a) * 17,
            -44 - math.cos(a) * 16,
            7,
            19,
            c,
            transform=f"rotate({math.degrees(a):.0f} "
            f"{math.sin(a) * 17:.1f} {-44 - math.cos(a) * 16:.1f})",
        )
        for a, c in (
            (-1.1, "#4e8f6e"),
            (1.1, "#4e8f6e"),
            (-0.5, "#68ab89"),
            (0.5, "#5fa17f"),
            (0, "#7fbb9a"),
        )
    )
    flowers = "".join(
        oval(dx, dy, 4.4, 4.4, bloom) for dx, dy in ((-19, -60), (17, -64), (-3, -74), (26, -50))
    )
    return group(
        oval(0, 0, 24, 5, "#5a4636", opacity=0.2),
        leaves,
        flowers if bloom else "",
        path("M-19-30H19L14 0H-14Z", colour),
        rect(-22, -34, 44, 8, colour, 3),
        rect(-22, -29, 44, 3, "#00000018"),
        transform=f"translate({x} {y}) scale({size})",
    )


def easel(out: Path) -> str:
    """The board before the bakery."""
    return (
        oval(500, 600, 32, 5, "#5a4636", opacity=0.2)
        + path("M478 536H522L530 600H470Z", "#8a5a3c")
        + path("M483 542H517L523 588H477Z", "#34423f")
        + words(out, "오늘의", 500, 555, 10, "#fdf3dc")
        + words(out, "빵", 500, 572, 13, "#ffd98a")
    )


def hedge() -> str:
    """The hedge and the brick ledge at the very front."""
    dice, leaves = random.Random(21), []
    for layer, (base, colours) in enumerate(
        ((664, ("#3f7f62", "#46886a")), (672, ("#5a9f7c", "#4e9271", "#66aa87")))
    ):
        x = -20
        while x < 1300:
            r = dice.randint(13, 21)
            leaves.append(
                oval(x, base - dice.randint(0, 9) + layer * 2, r, r * 0.9, dice.choice(colours))
            )
            x += r * dice.choice((0.8, 1.0, 1.15))
    flowers = ""
    for i in range(44):
        x, y = i * 30 + dice.randint(-12, 12), 664 + dice.randint(-12, 10)
        colour = dice.choice(("#fff6e4", "#f7a58f", "#ffd873", "#f6c3d0"))
        flowers += "".join(
            oval(x + dx, y + dy, 2.6, 2.6, colour) for dx, dy in ((-3, 0), (3, 0), (0, -3), (0, 3))
        )
        flowers += oval(x, y, 1.8, 1.8, "#d98a3d")
    ledge = (
        rect(0, 674, 1280, 12, "#c47f5f")
        + rect(0, 684, 1280, 40, "#a5674c")
        + rect(0, 684, 1280, 4, "#8e5540")
    )
    ledge += "".join(
        rect(i * 64 - (20 if row else 52), 690 + row * 17, 60, 14, c, 2)
        for row in range(2)
        for i, c in enumerate(("#b0704f", "#a1624a", "#b77757") * 8)
    )
    return "".join(leaves) + flowers + ledge


def cat(x: float, y: float) -> str:
    """A white and ginger cat that sits on the ledge with its eyes shut; (x, y) is its foot."""
    return group(
        oval(0, 0, 38, 4, "#4a2f22", opacity=0.25),
        line("M-22-6C-50-2-54-18-40-22", "#e0984f", 9),
        path("M-30 0C-36-26-18-44 4-44 24-44 30-20 28 0Z", "#fffaf2"),
        path("M-30 0C-36-24-20-42-2-44-12-30-10-12-18 0Z", "#e0984f"),
        path("M-8-48L-6-68 8-58H14L28-68 29-48C30-36 20-31 10-31S-9-36-8-48Z", "#fffaf2"),
        path("M-8-48L-6-68 8-58C6-50 0-44-8-46Z", "#e0984f"),
        path("M14-58L28-68 29-50C24-50 17-52 14-58Z", "#e0984f"),
        line("M0-46q4 4 8 0M14-46q4 4 8 0", "#4a3a34", 1.8),
        path("M9-42h4l-2 3Z", "#e58a86"),
        line("M11-39v2M11-37q-3 3-6 1M11-37q3 3 6 1", "#4a3a34", 1.3),
        line("M-2-40l-10-2M-2-38l-10 2M23-40l10-2M23-38l10 2", "#c9bba9", 1),
        rect(0, -8, 11, 9, "#fffaf2", 4.5, stroke="#e3d6c4", stroke_width=1),
        rect(13, -8, 11, 9, "#fffaf2", 4.5, stroke="#e3d6c4", stroke_width=1),
        transform=f"translate({x} {y}) scale(1.1)",
    )


def save(image: Image.Image, file: Path) -> None:
    """Save a picture with a palette, which keeps the flat colours and the size small."""
    image.quantize(colors=256, method=Image.Quantize.FASTOCTREE).save(file, optimize=True)


def build_title(out: Path) -> None:
    """Draw title/alley.png, and its foremost layer alone, to stand before people: hedge.png."""
    folder = out / "title"
    folder.mkdir(parents=True, exist_ok=True)
    front = hedge() + cat(838, 676)
    scene = (
        distance()
        + far_pole()
        + old_wall()
        + bakery(out)
        + laundry(out)
        + bookshop(out)
        + pole()
        + street()
        + easel(out)
        + pot(704, 598, 0.8, "#c9694a", "#ffd873")
        + pot(874, 600, 0.86, "#f1e8da", "#f6a5b4")
        + pot(1206, 600, 0.95, "#d9a066", "#ffffff")
        + pot(782, 602, 0.7, "#5d7f8c", "")
        + magpie(1160, 118)
        + front
    )
    rasterise(document(*UNITS, scene), WIDTH).convert("RGB").save(
        folder / "alley.png", optimize=True
    )
    save(rasterise(document(*UNITS, front), WIDTH), folder / "hedge.png")
