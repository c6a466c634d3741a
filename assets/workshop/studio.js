// The studio's page: asks for what is on the bench whenever it changed, and shows it as text.

const said = JSON.parse(byId("data").textContent).words;
const graphPane = new GraphPane(byId, said);
let graphShown = 0, turnShown = -1, here = "";
let asking = false, again = false, drawing = false, last = null;

async function asked(name) {
  const answer = await fetch(name, { cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function move(name, sent = {}) {
  const answer = await fetch(name, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent),
  });
  return (await answer.json()).done;
}

// One asking at a time; what changed meanwhile is asked for right after.
async function refresh() {
  if (asking) { again = true; return; }
  asking = true;
  try {
    do {
      again = false;
      show(await asked("state"));
    } while (again);
  } catch (error) {
    status(said.lost);
  }
  asking = false;
}

function status(text) {
  byId("status").textContent = text;
}

function show(state) {
  last = state;
  here = state.play?.node;
  showGraph(state.graph);
  showProblems(state);
  showPlay(state.play);
  byId("file").textContent = "\u200e" + state.file;  // it is cut at its beginning, as from the right
  showCases(state);
  status(`${said.saved} ${new Date().toLocaleTimeString(document.documentElement.lang)}`);
  document.documentElement.dataset.number = state.number;
}

// The drawing follows when its places are found; nothing else waits for it.
async function showGraph(wanted) {
  if (wanted && wanted !== graphShown && !drawing) {
    drawing = true;
    try {
      const graph = await asked("graph");
      graph.tracks = last.graph === graph.number ? last.ways : [];
      byId("title").textContent = document.title = graph.title;
      await graphPane.show(graph);
      graphShown = graph.number;
    } finally {
      drawing = false;
    }
    show(last);
    return;
  }
  if (graphPane.data) {
    graphPane.drawing.mark([graphPane.data.boxes.findIndex(box => box.id === here)], "here");
    if (wanted === graphShown) graphPane.offer(last.ways);
    document.documentElement.dataset.drawn = graphShown;
  }
}

function showCases(state) {
  const select = byId("case"), known = [...select.options].map(one => one.value).join("\n");
  const own = state.file.split(/[\\/]/).pop() || said["no-case"];
  const wanted = ["", ...state.cases];
  if (known === wanted.join("\n") && select.options[0].textContent === own) return;
  select.replaceChildren(...wanted.map(id => {
    const option = told("option", id || own);
    option.value = id;
    return option;
  }));
}

// ------------------------------------------------------------ problems

function showProblems(state) {
  const all = [...state.problems, ...state.deep.map(one => ({ ...one, deep: true }))];
  const verdict = byId("verdict");
  const count = state.problems.length;
  verdict.className = state.said || count ? "bad" : "good";
  verdict.textContent = state.said || (!state.file ? said["no-case"]
    : count ? said["problems-some"].replace("<number>", count) : said["problems-none"]);
  if (count && !state.graph) verdict.textContent += ` ${said.broken}`;
  const items = all.map(problem => {
    const item = document.createElement("li");
    if (problem.deep) item.className = "deep";
    item.append(told("span", `${problem.code} ${problem.name}:${problem.line}:${problem.column}`, "where"));
    item.append(told("span", problem.message));
    const number = graphPane.data?.boxes.findIndex(box => box.id === problem.node) ?? -1;
    if (number >= 0) item.append(" ", button(graphPane.data, number, to => graphPane.go(to)));
    return item;
  });
  byId("problems").replaceChildren(...items);
  byId("deep").textContent = state.deepDue ? said["deep-due"]
    : !state.graph ? "" : state.deep.length
      ? said["deep-some"].replace("<number>", state.deep.length) : "";
}

// ------------------------------------------------------------ the play

function showPlay(play) {
  byId("stands").textContent = !play ? said["no-play"]
    : `${play.scene ? play.scene + " · " : ""}${said.at.replace("<node>", () => play.node)} · `
      + `${said.turn.replace("<turn>", play.turn)} · ${play.mood} (${play.moodNumber}) · `
      + said.patience.replace("<number>", play.patience);
  const parted = byId("parted");
  parted.hidden = !play?.parted;
  parted.textContent = play?.parted
    ? said.parted.replace("<entry>", play.parted.entry).replace("<node>", () => play.parted.at)
      .replace("<done>", () => play.parted.done) : "";
  const lines = (play?.lines ?? []).map(line => {
    const item = document.createElement("li");
    item.className = line.voice;
    const name = said["voice." + line.voice] ?? (line.voice === "customer" ? line.who : "");
    if (name) item.append(told("b", name));
    item.append(line.text);
    return item;
  });
  byId("lines").replaceChildren(...lines);
  if (play?.turn !== turnShown) {
    byId("lines").lastElementChild?.scrollIntoView({ block: "nearest" });
    turnShown = play?.turn;
  }
  showFeedback(play?.feedback);
  showReplies(play);
}

function showFeedback(feedback) {
  const host = byId("feedback");
  host.replaceChildren();
  if (!feedback) return;
  const marks = feedback.marks.map(([axis, points]) => `${axis} ${points > 0 ? "+" : ""}${points}`);
  host.append(told("p", [feedback.why, ...marks].join(" · ")));
  if (feedback.better) host.append(told("p", `${said["feedback-better"]} ${feedback.better}`));
}

function showReplies(play) {
  const items = (play?.replies ?? []).map(reply => {
    const entry = told("button", reply.text), item = document.createElement("li");
    entry.type = "button";
    entry.addEventListener("click", () => move("choose", { node: play.node, reply: reply.id }));
    item.append(entry);
    return item;
  });
  if (play && play.deadline !== null) {
    const entry = told("button", said.silence.replace("<seconds>", play.deadline));
    entry.type = "button";
    entry.addEventListener("click", () => move("wait"));
    items.push(document.createElement("li"));
    items[items.length - 1].append(entry);
  }
  if (play?.ended) items.push(told("li", said.ended));
  byId("replies").replaceChildren(...items);
}

byId("play-back").addEventListener("click", () => move("back"));
byId("play-restart").addEventListener("click", () => move("restart"));
byId("play-here").addEventListener("click", async () => {
  const box = graphPane.data?.boxes[graphPane.pinned.number];
  if (!box) status(said["nothing-chosen"]);
  else if (!await move("go", { node: box.id })) status(said["no-way"]);
});
byId("case").addEventListener("change", event => {
  if (event.target.value) { turnShown = -1; move("open", { case: event.target.value }); }
});

const events = new EventSource("events");
events.addEventListener("message", refresh);
events.addEventListener("error", () => status(said.lost));
