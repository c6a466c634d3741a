// Write the SVG of every person and face (people.json, faces.json) into .cache/portraits/.
// Open Peeps by Pablo Stanley (CC0 1.0) through DiceBear; faces, clothes and ink are our changes.

import fs from 'node:fs';
import path from 'node:path';
import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import { wear } from './wear.mjs';

const HERE = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const OUT = path.join(HERE, '.cache', 'portraits');
const VIEW = '-16 -12 736 736';
const INK = '#17181f';
const read = (name) => JSON.parse(fs.readFileSync(path.join(HERE, name), 'utf8'));

/** Cut DiceBear's drawing into its six layers. */
function layersOf(name, person) {
  const options = {
    seed: name, face: ['smile'], head: [person.head], skinColor: [person.skin], clothingColor: [person.clothes],
    headContrastColor: [person.contrast ?? '000000'], maskProbability: 0,
    facialHair: person.beard ? [person.beard] : [], facialHairProbability: person.beard ? 100 : 0,
    accessories: person.glasses ? [person.glasses] : [], accessoriesProbability: person.glasses ? 100 : 0,
  };
  const svg = createAvatar(openPeeps, options).toString();
  const pattern = new RegExp('(<g fill-rule.*?</g>)(<g transform="matrix.*?</g>)<g transform="translate\\(315 248\\)">.*?'
    + '</g>(<g transform="translate\\(279 400\\)">.*?</g>)<g transform="translate\\(179 343\\)"></g>'
    + '(<g transform="translate\\(203 303\\)">.*</g>)</g></svg>', 's');
  const [, body, head, beard, glasses] = svg.match(pattern);
  const band = person.band ?? person.clothes;
  return { body, head: head.replaceAll(`#${person.clothes}`, `#${band}`), beard, glasses };
}

/** How far a part moves, on its own account or to stay clear of the glasses. */
function shift(part, glasses) {
  if (part.transform) return (glasses && part.withGlasses) || part.transform;
  if (part.blush && glasses) return 'translate(-4 16)';
  if (part.tear && glasses) return 'translate(-4 48)';
  if ('brow' in part) return `translate(0 ${part.brow - (glasses ? 10 : 0)})`;
  return 'translate(0 0)';
}

/** Draw one part of a face: a filled shape, a pen line or a pair of cheeks. */
function draw(part, glasses) {
  const place = `transform="${shift(part, glasses)}"`;
  if (part.blush) {
    return `<g fill="${part.blush}" opacity="${part.opacity}" ${place}><ellipse cx="72" cy="172" rx="30" ry="17"/>`
      + '<ellipse cx="222" cy="166" rx="20" ry="15"/></g>';
  }
  const fill = part.fill ?? (part.stroke ? 'none' : '#000');
  const pen = part.stroke
    ? ` stroke="#000" stroke-width="${part.stroke}" stroke-linecap="round" stroke-linejoin="round"` : '';
  return `<path d="${part.d}" fill="${fill}"${pen} ${place}/>`;
}

function dress(body, piece) {
  const cloth = [...body.matchAll(/<path d="([^"]+)"/g)][1][1];
  const { under, over } = wear(piece, cloth);
  const ink = body.lastIndexOf('<path');
  return body.slice(0, ink) + under + body.slice(ink) + over;
}

function svg(content) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${VIEW}" fill="none">${content}</svg>`
    .replaceAll('#000"', `${INK}"`);
}

/** Keep only the black shapes of a layer: what can be hair. */
function inkOnly(group) {
  return svg(group.replace(/fill="#(?!000")[^"]*"/g, 'fill="none"'));
}

function writePerson(name, person, { faces, lines }) {
  const folder = path.join(OUT, name);
  fs.mkdirSync(folder, { recursive: true });
  const { body, head, beard, glasses } = layersOf(name, person);
  if (person.hair) {
    fs.writeFileSync(path.join(folder, 'hair.mask.svg'), inkOnly(head));
    if (person.beard) fs.writeFileSync(path.join(folder, 'beard.mask.svg'), inkOnly(beard));
  }
  const before = `${dress(body, person.wear)}${head}<!--hair-->`;
  const all = (parts) => parts.map((part) => draw(part, person.glasses)).join('');
  const age = all(lines[person.lines] ?? []);
  for (const [face, parts] of Object.entries(faces)) {
    const drawn = `<g transform="translate(315 248)">${age}${all(parts)}</g>`;
    fs.writeFileSync(path.join(folder, `${face}.svg`), svg(`${before}${drawn}${beard}<!--beard-->${glasses}`));
  }
}

fs.rmSync(OUT, { recursive: true, force: true });
const faces = read('faces.json');
for (const [name, person] of Object.entries(read('people.json'))) writePerson(name, person, faces);
