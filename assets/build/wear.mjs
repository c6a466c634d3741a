// Clothes over the plain shirt of Open Peeps, drawn in the same pen. Coordinates: its 704 x 704 field.

const PEN = 'stroke="#000" stroke-width="11" stroke-linecap="round" stroke-linejoin="round"';
const NECK = 'M243 592C272 642 322 699 391 699 456 699 494 648 520 592';

/** A band along the neckline, with ink on both sides. */
function band(colour, width) {
  return `<path d="${NECK}" fill="none" stroke="#000" stroke-width="${width + 20}"/>`
    + `<path d="${NECK}" fill="none" stroke="#${colour}" stroke-width="${width}"/>`;
}

/** The shirt under an open front: what shows between the neckline and a V. */
function front(colour) {
  return `<path d="M226 596L372 780H430L536 596 520 592C494 648 456 699 391 699 322 699 272 642 243 592Z"`
    + ` fill="#${colour}" ${PEN}/><path d="${NECK}" fill="none" ${PEN}/>`;
}

/** Two wings of a shirt collar. */
function collar(colour) {
  return `<path d="M243 590C268 640 318 690 384 702L322 768C272 730 232 676 214 612Z" fill="#${colour}" ${PEN}/>`
    + `<path d="M521 590C500 640 462 690 396 702L452 764C498 722 532 668 546 610Z" fill="#${colour}" ${PEN}/>`;
}

function stripes(colour, cloth) {
  const lines = [632, 676, 720].map(
    (y) => `<path d="M0 ${y + 34}C200 ${y - 40} 520 ${y - 40} 720 ${y + 34}" stroke="#${colour}" stroke-width="17"/>`);
  return `<clipPath id="cloth"><path d="${cloth}"/></clipPath><g clip-path="url(#cloth)" fill="none">${lines.join('')}</g>`;
}

function pearls(colour) {
  const beads = [[282, 606], [297, 626], [315, 644], [336, 658], [360, 667], [386, 670], [412, 667], [435, 657],
    [456, 642], [473, 622]];
  return beads.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="11" fill="#${colour}" stroke="#000" stroke-width="6"/>`)
    .join('');
}

function hood(colour) {
  const cord = (d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="18" stroke-linecap="round"/>`
    + `<path d="${d}" fill="none" stroke="#fbf7ee" stroke-width="7" stroke-linecap="round"/>`;
  return band(colour, 30) + cord('M340 706C338 716 336 728 336 760') + cord('M444 704C448 716 450 728 450 760');
}

function suit(colour, tie) {
  const knot = tie ? `<path d="M374 704H410L420 726 404 780H380L364 726Z" fill="#${tie}" ${PEN}/>` : '';
  return front(colour) + collar(colour) + knot;
}

function scarf(colour) {
  return `<path d="M262 548C292 600 346 640 396 640 446 640 478 612 504 566L546 606C520 690 462 736 388 734`
    + ` 308 730 248 676 224 602Z" fill="#${colour}" ${PEN}/>`
    + `<path d="M262 612C300 664 344 690 392 692M330 730C350 726 372 708 384 690M470 690C490 672 508 648 518 622"`
    + ` fill="none" ${PEN}/>`;
}

function apron(colour) {
  const strap = (d) => `<path d="${d}" fill="#${colour}" ${PEN}/>`;
  return strap('M176 612L226 592C236 650 246 700 250 780H196C194 720 188 660 176 612Z')
    + strap('M538 596L584 616C572 662 566 720 566 780H514C518 716 526 652 538 596Z');
}

/** Return what lies under and over the ink of the body for one piece of clothing. */
export function wear(piece, cloth) {
  const draw = {
    apron: () => apron(piece.colour),
    collar: () => collar(piece.colour),
    hood: () => hood(piece.colour),
    open: () => front(piece.colour),
    pearls: () => pearls(piece.colour),
    rib: () => band(piece.colour, 22),
    scarf: () => scarf(piece.colour),
    suit: () => suit(piece.colour, piece.tie),
  };
  if (!piece) return { under: '', over: '' };
  if (piece.kind === 'stripes') return { under: stripes(piece.colour, cloth), over: '' };
  return { under: '', over: draw[piece.kind]() };
}
