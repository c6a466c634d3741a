// One drawing of a graph in an SVG element: what is shown, zooming, moving, choosing.
// The shapes come from drawing-shapes.js, their places from drawing-places.js.

const FAR = 0.55;

class Drawing {
  // `chosen` is called with the number of a box and of a row (or null), `pointed` the same.
  constructor(svg, said, { chosen, pointed }) {
    Object.assign(this, { svg, said, chosen, pointed });
    this.view = null;
    this.current = -1;
    this.made = new Map();
    this.root = drawn("g", {});
    svg.append(this.root);
    this.listen();
  }

  // The shapes of boxes that did not change are kept: drawing them all takes most of a save's time.
  show(data, placed) {
    const old = { data: this.data, placed: this.placed };
    Object.assign(this, { data, placed });
    // Before anything is put in: to ask for a size then would have all of it laid out twice.
    if (old.data?.case === data.case) this.keepInSight(old);
    else this.start();
    const clusters = data.clusters.flatMap((one, i) =>
      placed.clusters[i] ? [shapeOfCluster(one, placed.clusters[i])] : []);
    this.edges = data.edges.map((edge, i) => shapeOfEdge(edge, placed.edges[i]));
    const made = new Map();
    this.boxes = data.boxes.map((box, i) => {
      const key = JSON.stringify(box), { x, y } = placed.boxes[i];
      const shape = this.made.get(key) ?? shapeOfBox(box, this.said);
      shape.setAttribute("transform", `translate(${x} ${y})`);
      shape.dataset.number = i;
      made.set(key, shape);
      return shape;
    });
    this.made = made;
    this.root.replaceChildren(...clusters, drawn("g", { "aria-hidden": "true" }, ...this.edges),
      ...this.boxes);
    this.current = -1;
  }

  // The box nearest the middle, or the chosen one, stays where it was before all was placed anew.
  keepInSight(old) {
    const [width, height] = this.size(), { x, y, k } = this.view;
    const away = ({ id }, i) => id === this.chosenId ? -1
      : Math.hypot(old.placed.boxes[i].x * k + x - width / 2, old.placed.boxes[i].y * k + y - height / 2);
    const numbers = new Map(this.data.boxes.map((box, i) => [box.id, i]));
    const [, was] = old.data.boxes.map((box, i) => [away(box, i), i])
      .filter(([, i]) => numbers.has(old.data.boxes[i].id)).sort(([a], [b]) => a - b)[0] ?? [];
    if (was !== undefined) {
      const from = old.placed.boxes[was], to = this.placed.boxes[numbers.get(old.data.boxes[was].id)];
      this.view = { k, x: x + (from.x - to.x) * k, y: y + (from.y - to.y) * k };
    }
    this.look();
  }

  // -------------------------------------------------- the view

  size() {
    const { clientWidth, clientHeight } = this.svg;
    return [clientWidth || 800, clientHeight || 600];
  }

  // All that fits of the width, from the start down.
  start() {
    const [width] = this.size();
    const k = Math.min(1, Math.max(0.12, (width - 48) / this.placed.width));
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
    this.chosenId = this.data.boxes[number]?.id;
    this.boxes.forEach((box, i) => {
      box.classList.toggle("chosen", i === number);
      if (i === number) box.setAttribute("aria-pressed", "true");
      else box.removeAttribute("aria-pressed");
    });
    const near = new Set();
    this.data.edges.forEach((edge, i) => {
      const touches = edge.from === number || edge.to === number;
      this.edges[i].classList.toggle("touched", touches);
      if (touches) near.add(edge.from).add(edge.to);
    });
  }

  mark(numbers, look) {
    const marked = new Set(numbers);
    this.boxes.forEach((box, i) => box.classList.toggle(look, marked.has(i)));
  }

  trace(track) {
    if (!track && !this.svg.classList.contains("tracing")) return;
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
