// The shapes of a drawing: a box with its rows, a line with its tip, a scene around its boxes.

const LINE = 20, TITLE = 24, PAD = 12;

function shapeOfCluster(cluster, at) {
  const label = written(cluster.label, at.x + 16, at.y + 32, "cluster-label near",
    "600 18px", at.width - 32);
  const far = written(cluster.label, at.x + 16, at.y + 42, "cluster-label far",
    "600 40px", at.width - 32);
  return drawn("g", { class: "cluster" }, drawn("rect", { ...at, rx: 16 }), label, far);
}

function shapeOfEdge(edge, at) {
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
  if (edge.back) looks.push("back");
  return drawn("g", { class: looks.join(" ") }, path, tip);
}

// `said` are the words of the page; where a box stands is not part of its shape.
function shapeOfBox(box, said) {
  const shown = box.rows.filter(row => row.shown);
  const label = said.box.replace("<id>", () => box.id).replace("<number>", shown.length);
  const g = drawn("g", {
    class: `box ${box.shape} ${box.fate && "fate-" + box.fate}`,
    role: "button", tabindex: "-1",
    "aria-label": [label, box.lines.slice(0, box.plain).join(", "), box.text.slice(0, 200)]
      .filter(Boolean).join(". "),
  });
  g.append(...outline(box));
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
    near.append(shapeOfRow(box, row, down));
    g.append(drawn("rect", { class: `bar ${moodOf(row)}`, x: 0, y: down + 2, width: 5,
      height: ROW - 4 }));
    down += ROW;
  }
  g.append(near, far(box));
  if (box.heat !== null) g.append(...heat(box));
  return g;
}

function moodOf(row) {
  return row.mood > 0 ? "up" : row.mood < 0 ? "down" : row.leads === "reply" ? "even" : "none";
}

function outline(box) {
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

function shapeOfRow(box, row, down) {
  const chip = (row.weak ? "▽ " : "") + row.chip;
  const taken = chip ? wide(chip, "600 12px") + 10 : 0;
  const g = drawn("g", { class: `row ${moodOf(row)}${row.dashed ? " dashed" : ""}`,
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
function far(box) {
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

function heat(box) {
  const share = `${Math.round(box.heat * 100)}%`;
  return [
    drawn("rect", { class: "heat", x: 0, y: -7, width: box.width * box.heat, height: 5, rx: 2 }),
    written(share, box.width, -11, "share"),
  ];
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

