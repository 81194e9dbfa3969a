/** The worker of the other side: Pyodide's npm files untouched, the calculator as sources. */

const RUNTIME = new URL("./runtime/", import.meta.url);
const post = (message) => self.postMessage(message);
const bytes = async (url) => (await fetch(url)).arrayBuffer();

const started = start();

self.onmessage = async ({ data: { id, visit, root } }) => {
  const answer = await started;
  post({ kind: "answered", id, answer: answer(visit, root) });
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
  const door = python.pyimport("calculator.door");
  post({ kind: "loading", stage: "figures", waiting: [] });
  const bundle = python.pyimport("calculator.reference.bundle");
  const reference = bundle.load(new TextDecoder().decode(figures));
  post({ kind: "ready" });
  return (visit, root) => door.evaluate(visit, reference, root);
}
