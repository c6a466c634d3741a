// SVG elements and texts that fit: what a drawing is put together from.
// Every text of the case is put in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const ruler = document.createElement("canvas").getContext("2d");
const FAMILY = getComputedStyle(document.documentElement).getPropertyValue("--family");
const widths = new Map();

// Nothing is measured before the letters that came with the page are at hand.
const lettersReady = Promise.all([400, 600, 700].map(weight =>
  document.fonts.load(`${weight} 14px ${FAMILY}`, "가").catch(() => [])));

function wide(text, font) {
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20000) widths.clear();
    ruler.font = `${font} ${FAMILY}`;
    width = ruler.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

// As much of a text as the font leaves room for.
function fitted(text, font, room) {
  if (wide(text, font) <= room) return text;
  const letters = [...text];
  let low = 0, high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (wide(letters.slice(0, middle).join("").trimEnd() + "…", font) <= room) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join("").trimEnd() + "…";
}

function drawn(name, attributes, ...inside) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

function written(text, x, y, look, font, room) {
  const element = drawn("text", { x, y, class: look });
  element.textContent = room ? fitted(text, font, room) : text;
  return element;
}

