/**
 * The worker: starts Python, hands it the calculator and its figures, answers visits. It knows
 * Pyodide and three addresses; no page and no rule. Only strings cross into Python.
 */

import { load, open, reason, whole } from "./files.js";
import { crashed, noWebAssembly, Trouble, webAssemblyBlocked } from "./trouble.js";

/** @typedef {import("./protocol.d.ts").Stage} Stage */
/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {{ evaluate(visit: string, reference: unknown, root: string): string }} Door */

const RUNTIME = new URL("./runtime/", import.meta.url);
const CALCULATOR = "/calculator.zip"; // in Python's own file system
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @type {Set<string>} addresses of what has not come yet */
const waiting = new Set();
/** @type {Stage} */
let stage = "engine";
const network = self.fetch.bind(self);
const started = start();

started.catch((error) => post({ kind: "broken", ...faultOf(error) }));

self.onmessage = async (/** @type {MessageEvent<import("./protocol.d.ts").ToWorker>} */ event) => {
  const { id, visit, root } = event.data;
  try {
    const answer = await started;
    post({ kind: "answered", id, answer: answer(visit, root) });
  } catch (error) {
    post({ kind: "broken", ...faultOf(error) });
  }
};

/** @returns {Promise<(visit: string, root: string) => string>} how to answer a visit */
async function start() {
  probeWebAssembly();
  post({ kind: "loading", stage, waiting: [] });
  const [python, calculator, figures] = await Promise.all([
    startPython(),
    arriving(new URL("calculator.zip", RUNTIME), whole),
    arriving(new URL("./reference.json", import.meta.url), whole),
  ]);
  begin("rules");
  python.FS.writeFile(CALCULATOR, calculator);
  python.runPython(`import sys; sys.path.insert(0, "${CALCULATOR}")`);
  /** @type {Door} */
  const door = python.pyimport("calculator.door");
  begin("figures");
  const bundle = python.pyimport("calculator.reference.bundle");
  const reference = bundle.load(new TextDecoder().decode(figures));
  post({ kind: "ready" });
  return (visit, root) => door.evaluate(visit, reference, root);
}

/** A policy without 'wasm-unsafe-eval' stops Pyodide without a word. */
function probeWebAssembly() {
  if (typeof WebAssembly === "undefined") throw noWebAssembly();
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch {
    throw webAssemblyBlocked(new URL("..", import.meta.url));
  }
}

/** @returns {Promise<Pyodide>} */
function startPython() {
  return new Promise((resolve, reject) => {
    guardFetch(reject);
    guardWebAssembly(reject);
    const parts = ["pyodide.mjs", "pyodide.asm.mjs"].map((name) =>
      arriving(new URL(name, RUNTIME), load),
    );
    Promise.all(parts)
      .then(([{ loadPyodide }, { default: createPyodideModule }]) =>
        loadPyodide({ indexURL: RUNTIME.href, createPyodideModule }),
      )
      .then(resolve, reject);
  });
}

/**
 * Pyodide swallows what goes wrong with the files that it fetches: look at them first.
 * @param {(trouble: unknown) => void} failed
 */
function guardFetch(failed) {
  self.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input, self.location.href);
    try {
      // WebAssembly is compiled while it comes, from the network's own response.
      if (url.pathname.endsWith(".wasm")) return await open(url, network);
      return new Response(await arriving(url, whole));
    } catch (trouble) {
      failed(trouble);
      throw trouble;
    }
  };
}

/**
 * The same for a .wasm that cannot be compiled.
 * @param {(trouble: unknown) => void} failed
 */
function guardWebAssembly(failed) {
  const url = new URL("pyodide.asm.wasm", RUNTIME);
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = (source, imports) =>
    arriving(url, async () => {
      try {
        return await instantiate(source, imports);
      } catch (error) {
        failed(await reason(url, error));
        throw error;
      }
    });
}

/**
 * Say what is being waited for; each arrival is a sign of life.
 * @template T
 * @param {URL} url
 * @param {(url: URL, ask: typeof fetch) => Promise<T>} bring
 */
async function arriving(url, bring) {
  waiting.add(url.href);
  const brought = await bring(url, network);
  waiting.delete(url.href);
  post({ kind: "loading", stage, waiting: [...waiting] });
  return brought;
}

/** @param {Stage} next */
function begin(next) {
  stage = next;
  post({ kind: "loading", stage, waiting: [] });
}

/** @param {import("./protocol.d.ts").FromWorker} message */
function post(message) {
  self.postMessage(message);
}

/**
 * @param {unknown} error
 * @returns {import("./protocol.d.ts").Fault}
 */
function faultOf(error) {
  if (error instanceof Trouble) return error.fault;
  // Python puts its traceback first and the error itself on the last line.
  const lines = String(error instanceof Error ? error.message : error)
    .trim()
    .split("\n");
  return crashed(lines.at(-1) ?? "").fault;
}
