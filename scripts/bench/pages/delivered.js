/** The worker of the other side: Pyodide's npm files untouched, the calculator as sources. */

const RUNTIME = new URL("./runtime/", import.meta.url);
const post = (message) => self.postMessage(message);
const bytes = async (url) => (await fetch(url)).arrayBuffer();

let last = 0;
const started = start();

self.onmessage = async ({ data: { id, visit, root } }) => {
  const tell = await started;
  const told = tell(visit, root);
  post({ kind: "answered", id, answer: told.next().value });
  // Longer than the page takes to ask for something newer: that comes first here, too.
  last = id;
  await new Promise((resolve) => setTimeout(resolve, 20));
  if (last === id) post({ kind: "further", id, parts: [...told] });
  told.destroy();
};

async function start() {
  post({ kind: "loading", stage: "engine", waiting: [] });
  const { loadPyodide } = await import(new URL("pyodide.mjs", RUNTIME).href);
  const [python, wheel, figures] = await Promise.all([
    loadPyodide({ indexURL: RUNTIME.href }),
    bytes(new URL("calculator.whl", RUNTIME)),
    bytes(new URL("./reference.json", import.meta.url)),
  ]);
  post({ kind: "loading", stage: "rules", waiting: [] });
  python.unpackArchive(wheel, "wheel");
  const door = python.pyimport("calculator.page_door");
  post({ kind: "loading", stage: "figures", waiting: [] });
  const bundle = python.pyimport("calculator.reference.bundle");
  const reference = bundle.load(new TextDecoder().decode(figures));
  post({ kind: "ready" });
  return (visit, root) => door.tell(visit, reference, root);
}
