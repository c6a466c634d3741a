// One drawing of a graph in an SVG element: its places, its shapes, zooming, moving, choosing.
// Every text of the case is put in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const LINE = 20, TITLE = 24, ROW = 24, PAD = 12;
const FAR = 0.55;
const LONGEST_WAIT = 30000;

// ------------------------------------------------------------ places

// Asks the worker for places; the same DOT is asked for once.
class Placing {
  constructor(source) {
    this.source = source;
    this.number = 0;
    this.last = { dot: null, placed: null };
  }

  async place(data) {
    if (this.last.dot === data.dot) return this.last.placed;
    let placed;
    try {
      placed = placedByGraphviz(data, await this.ask(data.dot));
    } catch (error) {
      this.stop();
      console.info(`Graphviz: ${error.message}`);
      placed = stacked(data);
    }
    this.last = { dot: data.dot, placed };
    return placed;
  }

  ask(dot) {
    if (!this.worker) {
      const address = URL.createObjectURL(new Blob([this.source], { type: "text/javascript" }));
      this.worker = new Worker(address);
    }
    const number = ++this.number;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("layout took too long")), LONGEST_WAIT);
      this.worker.onerror = event => { clearTimeout(late); reject(new Error(event.message)); };
      this.worker.onmessage = ({ data: answer }) => {
        if (answer.number !== number) return;
        clearTimeout(late);
        if (answer.placed) resolve(answer.placed);
        else reject(new Error(answer.error));
      };
      this.worker.postMessage({ number, dot });
    });
  }

  stop() {
    this.worker?.terminate();
    this.worker = null;
  }
}

// Graphviz measures from the bottom; a screen from the top.
function placedByGraphviz(data, answer) {
  const [, , width, height] = answer.bb.split(",").map(Number);
  const boxes = [], clusters = [];
  for (const one of answer.objects ?? []) {
    if (one.name.startsWith("cluster_")) {
      const [left, bottom, right, top] = one.bb.split(",").map(Number);
      clusters[Number(one.name.slice(8))] =
        { x: left, y: height - top, width: right - left, height: top - bottom };
    } else if (one.pos) {
      const number = Number(one.name.slice(1)), box = data.boxes[number];
      const [x, y] = one.pos.split(",").map(Number);
      boxes[number] = { x: x - box.width / 2, y: height - y - box.height / 2 };
    }
  }
  const edges = (answer.edges ?? []).map(one => {
    let tip = null;
    const points = [];
    for (const part of one.pos.split(" ")) {
      const [x, y] = part.replace(/^[es],/, "").split(",").map(Number);
      if (part.startsWith("e,")) tip = [x, height - y];
      else if (!part.startsWith("s,")) points.push([x, height - y]);
    }
    return { points, tip: tip ?? points[points.length - 1] };
  });
  return { width, height, boxes, clusters, edges };
}

// Places without Graphviz: by how many steps a box is from the start, lines drawn straight.
function stacked(data) {
  const depth = new Map([[data.start, 0]]), left = [data.start];
  const out = data.boxes.map(() => []);
  for (const edge of data.edges) out[edge.from].push(edge.to);
  while (left.length) {
    const box = left.shift();
    for (const to of out[box]) {
      if (!depth.has(to)) { depth.set(to, depth.get(box) + 1); left.push(to); }
    }
  }
  const rows = [];
  data.boxes.forEach((box, i) => (rows[depth.get(i) ?? 0] ??= []).push(i));
  const boxes = [];
  let y = 0, width = 0;
  for (const row of rows.filter(Boolean)) {
    let x = 0, tallest = 0;
    for (const i of row) {
      boxes[i] = { x, y };
      x += data.boxes[i].width + 32;
      tallest = Math.max(tallest, data.boxes[i].height);
    }
    width = Math.max(width, x);
    y += tallest + 60;
  }
  const edges = data.edges.map(edge => {
    const from = boxes[edge.from], to = boxes[edge.to];
    const start = [from.x + data.boxes[edge.from].width / 2, from.y + data.boxes[edge.from].height];
    const tip = [to.x + data.boxes[edge.to].width / 2, to.y];
    return { points: [start, start, [tip[0], tip[1] - 8], [tip[0], tip[1] - 8]], tip };
  });
  return { width, height: y, boxes, clusters: [], edges };
}

// ------------------------------------------------------------ texts

const ruler = document.createElement("canvas").getContext("2d");
const FAMILY = '"Pretendard", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif';
const widths = new Map();

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

// ------------------------------------------------------------ the drawing

class Drawing {
  // `chosen` is called with the number of a box and of a row (or null), `pointed` the same.
  constructor(svg, said, { chosen, pointed }) {
    Object.assign(this, { svg, said, chosen, pointed });
    this.view = null;
    this.current = -1;
    this.root = drawn("g", {});
    svg.append(this.root);
    this.listen();
  }

  show(data, placed) {
    Object.assign(this, { data, placed });
    this.svg.style.setProperty("--boxes", data.boxes.length);
    this.root.replaceChildren();
    this.edges = [];
    this.boxes = [];
    data.clusters.forEach((cluster, i) => {
      if (placed.clusters[i]) this.root.append(this.cluster(cluster, placed.clusters[i]));
    });
    const lines = drawn("g", { "aria-hidden": "true" });
    data.edges.forEach((edge, i) => {
      if (placed.edges[i]) lines.append((this.edges[i] = this.edge(edge, placed.edges[i])));
    });
    this.root.append(lines);
    data.boxes.forEach((box, i) => this.root.append((this.boxes[i] = this.box(box, i))));
    if (this.view) this.look();
    else this.start();
    this.current = -1;
  }

  cluster(cluster, at) {
    const label = written(cluster.label, at.x + 16, at.y + 32, "cluster-label near",
      "600 18px", at.width - 32);
    const far = written(cluster.label, at.x + 16, at.y + 42, "cluster-label far",
      "600 40px", at.width - 32);
    return drawn("g", { class: "cluster" }, drawn("rect", { ...at, rx: 16 }), label, far);
  }

  edge(edge, at) {
    const [first, ...rest] = at.points;
    const end = at.points[at.points.length - 1];
    const path = drawn("path", { d: `M${first}C${rest.join(" ")}`, class: "line" });
    const turn = Math.atan2(at.tip[1] - end[1], at.tip[0] - end[0]);
    const wing = angle =>
      [at.tip[0] - 9 * Math.cos(turn + angle), at.tip[1] - 9 * Math.sin(turn + angle)];
    const tip = drawn("polygon", { points: `${at.tip} ${wing(0.42)} ${wing(-0.42)}`, class: "tip" });
    const looks = ["edge", edge.mood > 0 ? "up" : edge.mood < 0 ? "down" : "even"];
    if (edge.dashed) looks.push("dashed");
    if (edge.timer) looks.push("timer");
    return drawn("g", { class: looks.join(" ") }, path, tip);
  }

  box(box, number) {
    const { x, y } = this.placed.boxes[number];
    const shown = box.rows.filter(row => row.shown);
    const label = this.said.box.replace("<id>", () => box.id).replace("<number>", shown.length);
    const g = drawn("g", {
      class: `box ${box.shape} ${box.fate && "fate-" + box.fate}`,
      transform: `translate(${x} ${y})`,
      role: "button", tabindex: "-1", "data-number": number,
      "aria-label": [label, box.lines.slice(0, box.plain).join(", "), box.text.slice(0, 200)]
        .filter(Boolean).join(". "),
    });
    g.append(...this.outline(box));
    const room = box.width - 2 * PAD;
    const middle = box.shape === "route" || box.shape === "end";
    const at = middle ? box.width / 2 : PAD;
    const top = box.shape === "route" ? (box.top - TITLE) / 2 : 0;
    const near = drawn("g", { class: middle ? "near middle" : "near" });
    near.append(written(box.id, at, top + 19, "name", "700 14px", middle ? room - 24 : room));
    box.lines.forEach((line, i) => {
      const look = i < box.plain ? "note" : "said";
      near.append(written(line, at, top + TITLE + LINE * i + 15, look,
        look === "note" ? "600 12px" : "400 13px", middle ? room - 24 : room));
    });
    let down = box.top;
    for (const row of shown) {
      near.append(this.row(box, row, number, down));
      g.append(drawn("rect", { class: `bar ${this.mood(row)}`, x: 0, y: down + 2, width: 5,
        height: ROW - 4 }));
      down += ROW;
    }
    g.append(near, this.far(box));
    if (box.heat !== null) g.append(...this.heat(box));
    return g;
  }

  mood(row) {
    return row.mood > 0 ? "up" : row.mood < 0 ? "down" : row.leads === "reply" ? "even" : "none";
  }

  outline(box) {
    const { width, top, height } = box;
    if (box.shape === "route") {
      const rest = height > top
        ? [drawn("rect", { class: "ground", x: 0, y: top, width, height: height - top, rx: 6 })] : [];
      const points = `${width / 2},0 ${width},${top / 2} ${width / 2},${top} 0,${top / 2}`;
      return [...rest, drawn("polygon", { class: "ground", points })];
    }
    if (box.shape === "end") {
      return [
        drawn("rect", { class: "ground", x: 0, y: 0, width, height, rx: 22 }),
        drawn("rect", { class: "inner", x: 4, y: 4, width: width - 8, height: height - 8, rx: 18 }),
      ];
    }
    return [drawn("rect", { class: "ground", x: 0, y: 0, width, height, rx: 8 })];
  }

  row(box, row, number, down) {
    const chip = (row.weak ? "▽ " : "") + row.chip;
    const taken = chip ? wide(chip, "600 12px") + 10 : 0;
    const g = drawn("g", { class: `row ${this.mood(row)}${row.dashed ? " dashed" : ""}`,
      "data-row": box.rows.indexOf(row) });
    g.append(drawn("rect", { class: "strip", x: 1, y: down, width: box.width - 2, height: ROW }));
    if (row.heat !== null) {
      g.append(drawn("rect", { class: "row-heat", x: 5, y: down + ROW - 4,
        width: Math.max(0, (box.width - 10) * row.heat), height: 3 }));
    }
    g.append(written(row.label, PAD, down + 16, "row-text", "400 13px",
      box.width - 2 * PAD - taken));
    if (chip) g.append(written(chip, box.width - PAD, down + 16, "chip"));
    return g;
  }

  // What a box shows from far away: its name alone, on one line or two, as large as it goes.
  far(box) {
    const parts = box.id.length > 12 ? halves(box.id) : [box.id];
    const [room, height] = box.shape === "route"
      ? [0.6 * box.width, box.top] : [0.92 * box.width, box.height];
    const widest = Math.max(...parts.map(part => wide(part, "700 100px")));
    const size = Math.min(48, 100 * room / widest, 0.8 * height / parts.length);
    const g = drawn("g", { class: "far" });
    parts.forEach((part, i) => {
      const y = height / 2 + size * (0.35 + 1.1 * (i - (parts.length - 1) / 2));
      const text = written(part, box.width / 2, y, "far-name");
      text.setAttribute("font-size", size.toFixed(1));
      g.append(text);
    });
    return g;
  }

  heat(box) {
    const share = `${Math.round(box.heat * 100)}%`;
    return [
      drawn("rect", { class: "heat", x: 0, y: -7, width: box.width * box.heat, height: 5, rx: 2 }),
      written(share, box.width, -11, "share"),
    ];
  }

  // -------------------------------------------------- the view

  size() {
    const { clientWidth, clientHeight } = this.svg;
    return [clientWidth || 800, clientHeight || 600];
  }

  // All that fits of the width, from the start down.
  start() {
    const [width] = this.size();
    const k = Math.min(1, Math.max(0.3, (width - 48) / this.placed.width));
    const first = this.placed.boxes[this.data.start], box = this.data.boxes[this.data.start];
    const wider = this.placed.width * k > width - 48;
    const x = wider && first ? width / 2 - (first.x + box.width / 2) * k
      : (width - this.placed.width * k) / 2;
    this.view = { x, y: 32, k };
    this.look();
  }

  fit() {
    const [width, height] = this.size();
    const k = Math.min(1.2, (width - 40) / this.placed.width, (height - 40) / this.placed.height);
    this.view = {
      k, x: (width - this.placed.width * k) / 2, y: (height - this.placed.height * k) / 2,
    };
    this.look();
  }

  zoom(by, x, y) {
    const [width, height] = this.size();
    const at = [x ?? width / 2, y ?? height / 2];
    const k = Math.min(4, Math.max(0.03, this.view.k * by));
    const grown = k / this.view.k;
    this.view = { k, x: at[0] - (at[0] - this.view.x) * grown, y: at[1] - (at[1] - this.view.y) * grown };
    this.look();
  }

  look() {
    const { x, y, k } = this.view;
    this.root.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
    this.svg.classList.toggle("from-far", k < FAR);
  }

  // Brings a box to the middle, and near enough to be read.
  bring(number, k = Math.max(this.view.k, 0.8)) {
    const [width, height] = this.size();
    const at = this.placed.boxes[number], box = this.data.boxes[number];
    this.view = {
      k, x: width / 2 - (at.x + box.width / 2) * k, y: height / 2 - (at.y + box.height / 2) * k,
    };
    this.look();
  }

  // Moves no more than it takes to have a box in sight.
  reveal(number) {
    const [width, height] = this.size();
    const at = this.placed.boxes[number], box = this.data.boxes[number], { x, y, k } = this.view;
    const left = at.x * k + x, top = at.y * k + y;
    const right = left + box.width * k, bottom = top + box.height * k;
    if (left < 0 || top < 0 || right > width || bottom > height) this.bring(number, k);
  }

  // -------------------------------------------------- choosing

  focus(number) {
    this.current = number;
    this.reveal(number);
    this.boxes[number].focus({ preventScroll: true });
  }

  choose(number) {
    this.current = number;
    this.boxes.forEach((box, i) => {
      box.classList.toggle("chosen", i === number);
      if (i === number) box.setAttribute("aria-pressed", "true");
      else box.removeAttribute("aria-pressed");
    });
    const near = new Set();
    this.data.edges.forEach((edge, i) => {
      const touches = edge.from === number || edge.to === number;
      this.edges[i]?.classList.toggle("touched", touches);
      if (touches) near.add(edge.from).add(edge.to);
    });
  }

  mark(numbers, look) {
    const marked = new Set(numbers);
    this.boxes.forEach((box, i) => box.classList.toggle(look, marked.has(i)));
  }

  trace(track) {
    this.svg.classList.toggle("tracing", Boolean(track));
    this.mark(track?.boxes ?? [], "traced");
    const edges = new Set(track?.edges ?? []);
    this.edges.forEach((edge, i) => edge.classList.toggle("traced", edges.has(i)));
    const rows = new Set((track?.rows ?? []).map(([box, row]) => `${box}.${row}`));
    for (const element of this.root.querySelectorAll(".row")) {
      const number = Number(element.closest(".box").dataset.number);
      const row = this.data.boxes[number].rows[Number(element.dataset.row)];
      element.classList.toggle("traced", rows.has(`${number}.${row.id}`));
    }
  }

  // The box that lies nearest in a direction, as the eye would go there.
  beside(number, dx, dy) {
    const middle = i => [
      this.placed.boxes[i].x + this.data.boxes[i].width / 2,
      this.placed.boxes[i].y + this.data.boxes[i].height / 2,
    ];
    const from = middle(number);
    let best = -1, least = Infinity;
    for (let i = 0; i < this.data.boxes.length; i++) {
      const to = middle(i);
      const along = (to[0] - from[0]) * dx + (to[1] - from[1]) * dy;
      const across = Math.abs((to[0] - from[0]) * dy) + Math.abs((to[1] - from[1]) * dx);
      if (along > 1 && along + 2 * across < least) { least = along + 2 * across; best = i; }
    }
    return best;
  }

  // -------------------------------------------------- hands

  listen() {
    const { svg } = this;
    const box = event => event.target.closest?.(".box");
    const number = event => Number(box(event)?.dataset.number ?? -1);
    const row = event => {
      const found = event.target.closest?.(".row");
      return found ? Number(found.dataset.row) : null;
    };
    svg.addEventListener("wheel", event => {
      event.preventDefault();
      const { left, top } = svg.getBoundingClientRect();
      const step = event.deltaMode ? 30 : 1;
      const by = Math.exp(-Math.max(-120, Math.min(120, event.deltaY * step)) / 400);
      this.zoom(by, event.clientX - left, event.clientY - top);
    }, { passive: false });
    this.listenToPointers(number, row);
    svg.addEventListener("pointerover", event => this.pointed(number(event), row(event)));
    svg.addEventListener("pointerleave", () => this.pointed(-1, null));
    svg.addEventListener("focusin", event => {
      if (number(event) >= 0) this.pointed(number(event), null);
      else if (this.boxes?.length && event.target === svg) this.focus(this.current < 0 ? this.data.start : this.current);
    });
    svg.addEventListener("keydown", event => this.key(event));
  }

  listenToPointers(number, row) {
    const { svg } = this, held = new Map();
    let moved = 0;
    svg.addEventListener("pointerdown", event => {
      if (event.button > 0) return;
      held.set(event.pointerId, [event.clientX, event.clientY]);
      moved = 0;
    });
    svg.addEventListener("pointermove", event => {
      const from = held.get(event.pointerId);
      if (!from) return;
      const to = [event.clientX, event.clientY];
      moved += Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]);
      if (moved > 5 && !svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
      const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const far = one => Math.hypot(one[0] - other[0], one[1] - other[1]) || 1;
        const { left, top } = svg.getBoundingClientRect();
        this.zoom(far(to) / far(from), (to[0] + other[0]) / 2 - left, (to[1] + other[1]) / 2 - top);
      } else {
        this.view.x += to[0] - from[0];
        this.view.y += to[1] - from[1];
        this.look();
      }
      held.set(event.pointerId, to);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      svg.addEventListener(end, event => {
        held.delete(event.pointerId);
        if (end === "pointerup" && moved <= 5 && number(event) >= 0) {
          this.chosen(number(event), row(event));
        }
      });
    }
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const ways = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    if (ways[event.key]) {
      const from = this.current < 0 ? this.data.start : this.current;
      const next = this.beside(from, ...ways[event.key]);
      if (next >= 0) this.focus(next);
    } else if (event.key === "Enter" || event.key === " ") {
      if (this.current >= 0) this.chosen(this.current, null);
    } else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  // The whole drawing as a file by itself.
  file() {
    const { width, height } = this.placed;
    const copy = this.svg.cloneNode(true);
    copy.setAttribute("viewBox", `-20 -20 ${width + 40} ${height + 40}`);
    copy.setAttribute("width", width + 40);
    copy.setAttribute("height", height + 40);
    copy.setAttribute("xmlns", SVG);
    copy.classList.remove("from-far");
    copy.querySelector("g").removeAttribute("transform");
    const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]);
    const style = document.createElementNS(SVG, "style");
    style.textContent = rules.map(rule => rule.cssText).join("\n");
    copy.prepend(style);
    return new XMLSerializer().serializeToString(copy);
  }
}

function halves(text) {
  const middle = text.length / 2;
  let best = -1;
  for (const found of text.matchAll(/[-/_ ]/g)) {
    if (Math.abs(found.index - middle) < Math.abs(best - middle)) best = found.index;
  }
  if (best < 1) best = Math.floor(middle) - 1;
  return [text.slice(0, best + 1), text.slice(best + 1)].filter(Boolean);
}

// ------------------------------------------------------------ what a box says

function told(name, text, look) {
  const element = document.createElement(name);
  element.textContent = text;
  if (look) element.className = look;
  return element;
}

// All that is known of a box, into an element; `go` is called with the box a button leads to.
function describe(host, data, number, row, said, go) {
  host.replaceChildren();
  if (number < 0) {
    host.append(told("p", said["nothing-chosen"], "quiet"));
    return;
  }
  const box = data.boxes[number];
  host.append(told("h3", box.id), ...pairs(box.details));
  box.rows.forEach((one, i) => {
    const part = document.createElement("section");
    part.className = "way" + (i === row ? " pointed" : "");
    const head = told("h4", one.leads === "reply" ? `${said.reply} · ${one.id}` : said.rule);
    const chip = (one.weak ? "▽ " : "") + one.chip;
    if (chip) head.append(" ", told("span", chip, one.mood > 0 ? "up" : one.mood < 0 ? "down" : ""));
    part.append(head);
    if (one.text) part.append(told("p", one.text, "words"));
    part.append(...pairs(one.details), ...leads(data, one, said, go));
    host.append(part);
  });
  const from = [...new Set(data.edges.filter(one => one.to === number).map(one => one.from))];
  if (from.length) {
    const line = told("p", said["enters-from"] + " ", "goes");
    for (const one of from) line.append(button(data, one, go), " ");
    host.append(line);
  }
  host.querySelector(".pointed")?.scrollIntoView({ block: "nearest" });
}

function leads(data, row, said, go) {
  return row.to.map(([to, when]) => {
    const line = told("p", said["leads-to"] + " ", "goes");
    line.append(button(data, data.boxes.findIndex(box => box.id === to), go));
    if (when) line.append(" ", told("span", `${said.when}: ${when}`, "quiet"));
    return line;
  });
}

function button(data, number, go) {
  const element = told("button", data.boxes[number]?.id ?? "?");
  element.type = "button";
  element.addEventListener("click", () => go(number));
  return element;
}

function pairs(details) {
  if (!details.length) return [];
  const list = document.createElement("dl");
  for (const [label, text] of details) list.append(told("dt", label), told("dd", text));
  return [list];
}

// Everything of a box that a search looks through.
function searched(box) {
  const rows = box.rows.flatMap(row => [row.id, row.text, ...row.details.flat()]);
  return [box.id, box.text, ...box.lines, ...box.details.flat(), ...rows]
    .join("\n").normalize("NFC").toLowerCase();
}
