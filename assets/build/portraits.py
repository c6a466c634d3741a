"""Render the portraits: Node writes the SVG, this colours the hair and makes small PNG files."""

import base64
import io
import json
import subprocess
from pathlib import Path

import numpy
from PIL import Image, ImageColor
from scipy.ndimage import distance_transform_edt, label
from svg import rasterise

HERE = Path(__file__).parent
CACHE = HERE / ".cache" / "portraits"
SIZE = 768
VIEW = (-16, -12, 736)
PEN = 11  # more than half of the widest outline, in pixels at twice the final size
EDGE = 24  # how much ink stays round recoloured hair
INK = (23, 24, 31)
DARK = 60  # a pixel with no brighter part is ink
SPECK = 60  # a patch with fewer pixels is a slip of the drawing
HOLE = 5000  # gaps in hair with fewer pixels are highlights


def grow(mask: numpy.ndarray, by: float) -> numpy.ndarray:
    """Grow a mask by a number of pixels, or shrink it if the number is negative."""
    if not mask.any():
        return mask
    if by < 0:
        return distance_transform_edt(mask) > -by
    return distance_transform_edt(~mask) <= by


def paint(mask: numpy.ndarray, colour: str, light: float) -> Image.Image:
    """Return an image of one colour, made lighter by a share, where the mask is set."""
    colour = tuple(round(c + (255 - c) * light) for c in ImageColor.getrgb(f"#{colour}"))
    image = Image.new("RGBA", mask.shape[::-1], colour)
    image.putalpha(Image.fromarray((mask * 255).astype("uint8")))
    return image


def small_holes(ink: numpy.ndarray) -> numpy.ndarray:
    """Find the small gaps in solid hair, where the skin below would show as specks."""
    parts, _ = label(~ink)
    sizes = numpy.bincount(parts.ravel())
    return (sizes < HOLE)[parts] & ~ink


def hair_layer(mask_svg: str, colour: str) -> str:
    """Return an SVG image that fills the inside of solid ink with a colour, leaving an outline.

    Open Peeps draws most hair solid black, in one path with the outline of the head. Lines thinner
    than the pen vanish when the ink is shrunk, so what is left and grown back is hair.
    """
    ink = numpy.asarray(rasterise(mask_svg, SIZE * 2).getchannel("A")) > 127
    hair = grow(grow(grow(ink, -PEN), PEN), -EDGE)
    fill = paint(hair, colour, 0)
    gaps = paint(grow(small_holes(ink), 2), colour, 0.22)
    fill.alpha_composite(gaps)
    data = io.BytesIO()
    fill.save(data, "PNG")
    code = base64.b64encode(data.getvalue()).decode()
    left, top, side = VIEW
    box = f'x="{left}" y="{top}" width="{side}" height="{side}"'
    return f'<image {box} href="data:image/png;base64,{code}"/>'


def clean_edges(image: Image.Image) -> Image.Image:
    """Drop stray specks, and give the half-transparent rim of the ink the colour of the ink.

    Skin and cloth end exactly where the ink ends, so without this they shine through the rim as a
    light thread on dark grounds.
    """
    pixels = numpy.array(image)
    parts, _ = label(pixels[..., 3] > 0)
    sizes = numpy.bincount(parts.ravel())
    pixels[(sizes < SPECK)[parts]] = 0
    solid = pixels[..., 3] == 255
    ink = solid & (pixels[..., :3].max(axis=2) < DARK)
    pixels[grow(ink, 3) & ~solid, :3] = INK
    return Image.fromarray(pixels)


def small_png(image: Image.Image, path: Path) -> None:
    """Save with a palette that keeps alpha; the drawing has few colours, so nothing is lost."""
    image.quantize(colors=256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        path, optimize=True
    )


def build_portraits(out: Path) -> None:
    """Make portraits/<person>/<face>.png for everyone in people.json."""
    subprocess.run(["node", str(HERE / "portraits.mjs")], check=True)
    people = json.loads((HERE / "people.json").read_text("utf-8"))
    for name, person in people.items():
        source, target = CACHE / name, out / "portraits" / name
        target.mkdir(parents=True, exist_ok=True)
        layers = {
            f"<!--{mask.name.split('.')[0]}-->": hair_layer(mask.read_text("utf-8"), person["hair"])
            for mask in source.glob("*.mask.svg")
        }
        for face in source.glob("*.svg"):
            if face.name.endswith(".mask.svg"):
                continue
            svg = face.read_text("utf-8")
            for mark, layer in layers.items():
                svg = svg.replace(mark, layer)
            small_png(clean_edges(rasterise(svg, SIZE)), target / f"{face.stem}.png")
