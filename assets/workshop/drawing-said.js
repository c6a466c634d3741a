// What a box says, told beside the drawing, and what a search looks through.

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
