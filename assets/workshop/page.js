// Begins the page of a graph that stands alone: its data are in the page itself.

const data = JSON.parse(byId("data").textContent);
const pane = new GraphPane(byId, data.words);
pane.show(data).then(() => { document.documentElement.dataset.ready = "yes"; });
