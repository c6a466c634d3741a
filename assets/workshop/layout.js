// The end of the worker's script: Graphviz stands before it. It is asked with DOT and answers with
// the places of boxes, lines and clusters, or with what kept it from placing them.
onmessage = async ({ data: { number, dot } }) => {
  try {
    const graphviz = await Graphviz.load();
    postMessage({ number, placed: JSON.parse(graphviz.layout(dot, "json0", "dot")) });
  } catch (error) {
    postMessage({ number, error: String(error) });
  }
};
