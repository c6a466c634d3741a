// Where the boxes and lines of a graph are drawn: Graphviz places them in a worker of its own.
// Lines that lead back are drawn here, since they cost it more time than all the rest.

const ROW = 24;
const LONGEST_WAIT = 30000;

// Asks the worker for places; the same DOT is asked for once.
class Placing {
  constructor(source) {
    this.source = source;
    this.number = 0;
    this.last = { dot: null, answer: null };
  }

  async place(data) {
    try {
      return placedByGraphviz(data, await this.answer(data.dot));
    } catch (error) {
      this.stop();
      console.info(`Graphviz: ${error.message}`);
      return stacked(data);
    }
  }

  async answer(dot) {
    if (this.last.dot !== dot) this.last = { dot, answer: await this.ask(dot) };
    return this.last.answer;
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
  const routes = new Map((answer.edges ?? []).map(one => [Number(one.id), route(one.pos, height)]));
  const edges = data.edges.map((edge, i) => routes.get(i) ?? lineBack(data, boxes, edge));
  const wide = Math.max(width, ...edges.flatMap(one => one.points.map(([x]) => x)));
  return { width: wide, height, boxes, clusters, edges };
}

function route(pos, height) {
  let tip = null;
  const points = [];
  for (const part of pos.split(" ")) {
    const [x, y] = part.replace(/^[es],/, "").split(",").map(Number);
    if (part.startsWith("e,")) tip = [x, height - y];
    else if (!part.startsWith("s,")) points.push([x, height - y]);
  }
  return { points, tip: tip ?? points[points.length - 1] };
}

// A bow from the side of a row to the side of a box further up: the sides that face each other,
// or both on the right where one box stands above the other.
function lineBack(data, boxes, edge) {
  const from = { ...data.boxes[edge.from], ...boxes[edge.from] };
  const to = { ...data.boxes[edge.to], ...boxes[edge.to] };
  const row = from.rows.slice(0, edge.port).filter(one => one.shown).length;
  const y = from.y + from.top + (edge.port < 0 ? -6 : ROW * (row + 0.5));
  const [out, into] = to.x > from.x + from.width + 40 ? [1, -1]
    : to.x + to.width < from.x - 40 ? [-1, 1] : [1, 1];
  const start = [out > 0 ? from.x + from.width : from.x, y];
  const tip = [into > 0 ? to.x + to.width : to.x, to.y + 14];
  const bow = 40 + Math.min(160, Math.abs(y - tip[1]) / 8), end = [tip[0] + 9 * into, tip[1]];
  return { points: [start, [start[0] + bow * out, start[1]], [end[0] + bow * into, end[1]], end], tip };
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
    if (edge.back) return lineBack(data, boxes, edge);
    const from = boxes[edge.from], to = boxes[edge.to];
    const start = [from.x + data.boxes[edge.from].width / 2, from.y + data.boxes[edge.from].height];
    const tip = [to.x + data.boxes[edge.to].width / 2, to.y];
    return { points: [start, start, [tip[0], tip[1] - 8], [tip[0], tip[1] - 8]], tip };
  });
  return { width, height: y, boxes, clusters: [], edges };
}
