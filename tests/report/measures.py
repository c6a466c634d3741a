"""What is measured in a page that a browser has laid out, and in the paper that it prints."""

import subprocess
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, ViewportSize

NO_SPACES: Final = "가나다라마바사아자차카타파하" * 12 + "x" * 160
PAPER: Final[ViewportSize] = {"width": 680, "height": 1000}  # A4 within its margins

# Text that leaves the nearest block around it, or the window: [what, by how many pixels].
OVERFLOW = """() => {
  const found = [];
  const width = document.documentElement.clientWidth;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    let box = node.parentElement;
    if (!node.data.trim() || box.closest(".hidden, .shapes")) continue;
    while (getComputedStyle(box).display.startsWith("inline")
           && getComputedStyle(box).display !== "inline-flex") box = box.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    const place = box.getBoundingClientRect();
    for (const line of range.getClientRects()) {
      if (line.width === 0) continue;
      const over = Math.max(line.right - place.right, place.left - line.left,
                            line.right - width, -line.left,
                            line.bottom - place.bottom - 6, place.top - line.top - 6);
      if (over > 1) found.push([node.data.trim().slice(0, 40), Math.round(over)]);
    }
  }
  const scrolled = document.documentElement.scrollWidth - width;
  if (scrolled > 0) found.push(["the page", scrolled]);
  return found;
}"""

# Words of one text node that stand on more than one line.
BROKEN_WORDS = """() => {
  const broken = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest(".hidden, .shapes")) continue;
    for (const word of node.data.matchAll(/[가-힣]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top)));
      if (lines.size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""

_PRINTED = "printed.pdf"


def pages_of(page: Page, folder: Path, *options: str) -> list[str]:
    """The text of every printed page, without spaces, since a printed line ends anywhere.

    With `-raw` it comes as it is drawn: the page's own number first, columns one after the other.
    """
    path = folder / _PRINTED
    page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    done = subprocess.run(("pdftotext", *options, path, "-"), capture_output=True, check=True)
    return [close(one) for one in done.stdout.decode("utf-8").split("\f") if one.strip()]


def is_a4(folder: Path) -> bool:
    """Whether the paper that was printed in a folder is A4."""
    told = subprocess.run(
        ("pdfinfo", folder / _PRINTED), capture_output=True, check=True, encoding="utf-8"
    )
    return "A4" in told.stdout


def close(text: str) -> str:
    """A text without its spaces."""
    return "".join(text.split())
