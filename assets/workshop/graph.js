// The page of one graph: its list, its search, its buttons, and what is told of the chosen box.

class GraphPane {
  // `find` gives an element of the page by its id.
  constructor(find, said) {
    Object.assign(this, { find, said });
    this.placing = new Placing(find("layout").textContent);
    this.pinned = { number: -1, row: null };
    this.drawing = new Drawing(find("drawing"), said, {
      chosen: (number, row) => this.choose(number, row),
      pointed: (number, row) => this.point(number, row),
    });
    this.listen();
  }

  // Draws a graph; what was chosen stays chosen where it is still there, and so does the view.
  async show(data) {
    const kept = this.data?.boxes[this.pinned.number]?.id;
    const [placed] = await Promise.all([this.placing.place(data), lettersReady]);
    this.data = data;
    this.texts = data.boxes.map(searched);
    this.drawing.show(data, placed);
    this.find("drawn").textContent = this.said.drawn
      .replace("<boxes>", data.boxes.length).replace("<edges>", data.edges.length);
    this.list();
    const number = data.boxes.findIndex(box => box.id === kept);
    this.pinned = { number, row: null };
    this.drawing.choose(number);
    this.tell(number, null);
    this.offer(data.tracks);
  }

  // Plays that may be laid over the graph, each by a button; the one that is shown stays shown.
  offer(tracks) {
    this.tracks = tracks;
    const keyed = tracks.map(track => track.key ?? track.name), host = this.find("tracks");
    const now = JSON.stringify(tracks.map(track => track.name));
    if (host.dataset.names !== now) {
      host.dataset.names = now;
      host.replaceChildren(...tracks.map((track, i) => {
        const entry = told("button", track.name);
        entry.type = "button";
        entry.addEventListener("click", () => {
          this.traced = this.traced === keyed[i] ? null : keyed[i];
          this.retrace();
        });
        return entry;
      }));
    }
    this.retrace();
  }

  choose(number, row) {
    this.pinned = { number, row };
    this.drawing.choose(number);
    this.tell(number, row);
  }

  point(number, row) {
    if (number < 0) this.tell(this.pinned.number, this.pinned.row);
    else this.tell(number, row);
  }

  tell(number, row) {
    if (this.shown?.data === this.data && this.shown.number === number && this.shown.row === row) return;
    this.shown = { data: this.data, number, row };
    describe(this.find("told"), this.data, number, row, this.said, to => this.go(to));
  }

  go(number) {
    if (number < 0) return;
    this.drawing.bring(number);
    this.drawing.current = number;
    this.choose(number, null);
  }

  list() {
    const wanted = this.find("search").value.normalize("NFC").trim().toLowerCase();
    const found = [];
    this.data.boxes.forEach((box, i) => { if (this.texts[i].includes(wanted)) found.push(i); });
    const items = found.map(i => {
      const box = this.data.boxes[i], item = document.createElement("li");
      const entry = button(this.data, i, number => this.go(number));
      if (box.text) entry.append(told("small", box.text.slice(0, 80)));
      item.append(entry);
      return item;
    });
    this.find("list").replaceChildren(...items);
    this.find("found").textContent = found.length
      ? this.said.found.replace("<number>", found.length) : this.said["nothing-found"];
    this.drawing.mark(wanted ? found : [], "found");
    this.drawing.svg.classList.toggle("searching", Boolean(wanted) && found.length > 0);
    this.first = found.find(i => this.data.boxes[i].id.toLowerCase() === wanted) ?? found[0];
  }

  retrace() {
    const on = this.tracks.findIndex(track => (track.key ?? track.name) === this.traced);
    [...this.find("tracks").children].forEach((entry, i) =>
      entry.setAttribute("aria-pressed", String(i === on)));
    this.drawing.trace(this.tracks[on]);
  }

  listen() {
    const { find, drawing } = this;
    find("search").addEventListener("input", () => this.list());
    find("search").addEventListener("keydown", event => {
      if (event.key === "Enter" && this.first !== undefined) this.go(this.first);
      if (event.key === "Escape") { find("search").value = ""; this.list(); drawing.svg.focus(); }
    });
    find("zoom-in").addEventListener("click", () => drawing.zoom(1.25));
    find("zoom-out").addEventListener("click", () => drawing.zoom(0.8));
    find("fit").addEventListener("click", () => drawing.fit());
    find("save").addEventListener("click", () => this.save());
    document.getElementById("heat")?.addEventListener("click", event => {
      const on = event.currentTarget.getAttribute("aria-pressed") !== "true";
      event.currentTarget.setAttribute("aria-pressed", String(on));
      drawing.svg.classList.toggle("heated", on);
    });
    document.addEventListener("keydown", event => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const typing = event.target.matches("input, textarea, select");
      if (event.key === "/" && !typing) { event.preventDefault(); find("search").focus(); }
      if (event.key === "Escape" && !typing) this.choose(-1, null);
    });
  }

  save() {
    const address = URL.createObjectURL(new Blob([this.drawing.file()], { type: "image/svg+xml" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = this.find("save").dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }
}

const byId = id => document.getElementById(id);
