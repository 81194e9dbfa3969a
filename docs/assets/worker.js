/**
 * The worker: starts Python, hands it the calculator and its figures, answers visits and what is
 * asked at other doors. It knows Pyodide and its files; no page and no rule. Only strings cross
 * into Python.
 */

import { compile, load, whole } from "./files.js";
import { crashed, noWebAssembly, Trouble, unfit, webAssemblyBlocked } from "./trouble.js";

/** @typedef {import("./protocol.d.ts").Stage} Stage */
/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {import("./protocol.d.ts").DoorName} DoorName */
/** @typedef {import("./protocol.d.ts").ToWorker} ToWorker */
/**
 * An answer that Python gives text by text, each worked out when it is asked for.
 * @typedef {Iterator<string, void> & { destroy(): void }} Told
 * @typedef {{ tell(visit: string, reference: unknown, root: string, judge: unknown, way: number): Told }} Door
 */
/**
 * Where a question goes: the function of that name in a module of the calculator, which is given
 * the question, what the module's own `load` made of the file, and the root; without a file of its
 * own it is given the figures that visits are answered from. A door that is `judged` is given who
 * looks up the pairs of a day as well; one that `begins` is given the work that it keeps between
 * questions, made by its module's own `begin`.
 * @typedef {{ module: string, name: string, file?: string, judged?: boolean,
 *   begins?: boolean }} OtherDoor
 */
/** @typedef {(question: string, root: string) => string} Answering */
/** @typedef {(visit: string, root: string, judge: unknown, way: number) => Told} Evaluating */

const ASSETS = new URL(".", import.meta.url);
const RUNTIME = new URL("runtime/", ASSETS);
const STRETCH_IN_MS = 5; // a newer question waits no longer, and hardly anything is lost between
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @type {Record<DoorName, OtherDoor>} scripts/runtime/doors.py writes the files */
const DOORS = {
  audit: { module: "calculator.audit_door", name: "audit", judged: true },
  compare: { module: "calculator.compare_door", name: "compare" },
  line: { module: "calculator.one_line_door", name: "read", file: "names.json" },
  many: { module: "calculator.many_door", name: "many_visits", begins: true },
  pairs: { module: "calculator.pair_door", name: "check", file: "edits.json" },
  pcs: { module: "calculator.pcs_door", name: "breakdown", file: "pcs.json" },
  receipt: {
    module: "calculator.receipt_door",
    name: "verify",
    file: "reference.json",
    judged: true,
  },
  sequence: { module: "calculator.sequence_door", name: "sequence" },
  takeAway: {
    module: "calculator.take_away_door",
    name: "take_away",
    file: "reference.json",
    judged: true,
  },
};

/** @type {Map<DoorName, Promise<Answering>>} the doors that were asked at */
const opened = new Map();
/** @type {Promise<unknown> | undefined} who looks up the pairs of a day, once that was asked */
let judging;
/** @type {unknown} the same, once the tables are here */
let judge;
/** @type {Told | undefined} the answer of which not all is told yet */
let begun;
/** @type {Set<string>} addresses of what has not come yet */
const waiting = new Set();
/** @type {Stage} */
let stage = "engine";
const started = start();

started.catch((error) => post({ kind: "broken", ...faultOf(error) }));

self.onmessage = async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  try {
    post({ kind: "answered", id: data.id, answer: await answerTo(data) });
  } catch (error) {
    post({ kind: "broken", ...faultOf(error) });
  }
};

/**
 * @param {ToWorker} message
 * @returns {Promise<string>}
 */
async function answerTo(message) {
  switch (message.kind) {
    case "evaluate": {
      const { evaluate } = await started;
      if (message.withPairs) await pairsToCome();
      return top(message.id, evaluate(message.visit, message.root, judge, message.way));
    }
    case "ask":
      if (message.withPairs) await pairsToCome();
      return (await doorTo(message.door))(message.question, message.root);
  }
}

/**
 * Give the top of an answer. What is read after it takes longer and comes by itself, unless a newer
 * answer is there before; a refusal is none, and leaves the one before it to be told.
 * @param {number} id
 * @param {Told} told
 * @returns {string}
 */
function top(id, told) {
  const first = String(told.next().value);
  if (JSON.parse(first).ok) {
    begun?.destroy();
    begun = told;
    goOn(id, told).catch((error) => post({ kind: "broken", ...faultOf(error) }));
  } else {
    told.destroy();
  }
  return first;
}

/**
 * @param {number} id
 * @param {Told} told
 */
async function goOn(id, told) {
  /** @type {string[]} */
  const parts = [];
  for (;;) {
    // Whatever else was asked by now is answered before.
    await new Promise((resolve) => setTimeout(resolve));
    if (begun !== told) return;
    for (const end = performance.now() + STRETCH_IN_MS; performance.now() < end; ) {
      const { done, value } = told.next();
      if (done) {
        begun = undefined;
        told.destroy();
        post({ kind: "further", id, parts });
        return;
      }
      parts.push(value);
    }
  }
}

async function pairsToCome() {
  judging ??= openJudge();
  judge = await judging;
}

/** @param {DoorName} name */
function doorTo(name) {
  const door = opened.get(name) ?? openDoor(DOORS[name]);
  opened.set(name, door);
  return door;
}

/**
 * @param {OtherDoor} door
 * @returns {Promise<Answering>}
 */
async function openDoor({ module, name, file, judged, begins }) {
  const { room, held } = await roomWith(module, file);
  if (begins) {
    const work = room.begin(held);
    return (question, root) => room[name](question, work, root);
  }
  if (judged) return (question, root) => room[name](question, held, root, judge);
  return (question, root) => room[name](question, held, root);
}

/** @returns {Promise<unknown>} what the first door hands visits on to for the pairs of their day */
async function openJudge() {
  const { module, file } = DOORS.pairs;
  const { held } = await roomWith(module, file);
  const { python, reference } = await started;
  return python.pyimport("calculator.same_day.judge").judging(held, reference);
}

/**
 * Bring a module of the calculator, and what its own `load` makes of a file; without one, the figures.
 * @param {string} module
 * @param {string} [file]
 */
async function roomWith(module, file) {
  if (!file) {
    const { python, reference } = await started;
    return { room: python.pyimport(module), held: reference };
  }
  const url = new URL(file, ASSETS);
  const coming = arriving(url, whole);
  sign();
  // The file comes while Python starts; the first that fails ends the wait for both.
  const [{ python }, tables] = await Promise.all([started, coming]);
  try {
    const room = python.pyimport(module);
    return { room, held: room.load(text(tables)) };
  } catch (error) {
    throw unfit([new URL("calculator.bin", RUNTIME), url], lastLine(error));
  }
}

/** @returns {Promise<{ python: Pyodide, reference: unknown, evaluate: Evaluating }>} */
async function start() {
  probeWebAssembly();
  // Everything is asked for at once, and the first that fails ends the wait for all.
  const machine = arriving(new URL("pyodide.asm.wasm", RUNTIME), compile);
  const glue = arriving(new URL("pyodide.asm.mjs", RUNTIME), load);
  const pyodide = arriving(new URL("pyodide.mjs", RUNTIME), load);
  const library = arriving(new URL("python_stdlib.zip", RUNTIME), whole);
  const lock = arriving(new URL("pyodide-lock.json", RUNTIME), whole);
  const [calculator, figures, python] = await Promise.all([
    arriving(new URL("calculator.bin", RUNTIME), whole),
    arriving(new URL("reference.json", ASSETS), whole),
    startPython({ machine, glue, pyodide, library, lock }),
    ...[machine, glue, library, lock],
  ]);
  begin("rules");
  try {
    const fitted = fit(python, calculator, figures);
    post({ kind: "ready" });
    return { python, ...fitted };
  } catch (error) {
    const urls = [new URL("calculator.bin", RUNTIME), new URL("reference.json", ASSETS)];
    throw unfit(urls, lastLine(error));
  }
}

/**
 * Put the calculator and its figures together.
 * @param {Pyodide} python
 * @param {Uint8Array} calculator
 * @param {Uint8Array} figures
 * @returns {{ reference: unknown, evaluate: Evaluating }} the figures, and how to answer a visit
 */
function fit(python, calculator, figures) {
  python.pyimport("sitecustomize").add(calculator);
  /** @type {Door} */
  const door = python.pyimport("calculator.page_door");
  begin("figures");
  const bundle = python.pyimport("calculator.reference.bundle");
  const reference = bundle.load(text(figures));
  return {
    reference,
    evaluate: (visit, root, judge, way) => door.tell(visit, reference, root, judge, way),
  };
}

/** A policy without 'wasm-unsafe-eval' stops Pyodide without a word. */
function probeWebAssembly() {
  if (typeof WebAssembly === "undefined") throw noWebAssembly();
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch {
    throw webAssemblyBlocked(new URL("../..", ASSETS));
  }
}

/**
 * Pyodide fetches two files by itself and swallows what goes wrong with them: it is handed those
 * that were looked at, and compiled, before.
 * @param {{
 *   machine: Promise<WebAssembly.Module>,
 *   glue: Promise<any>,
 *   pyodide: Promise<any>,
 *   library: Promise<Uint8Array<ArrayBuffer>>,
 *   lock: Promise<Uint8Array>,
 * }} parts
 * @returns {Promise<Pyodide>}
 */
async function startPython({ machine, glue, pyodide, library, lock }) {
  const { loadPyodide } = await pyodide;
  self.fetch = async (url) => new Response(`${url}`.endsWith(".zip") ? await library : undefined);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await machine;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  return loadPyodide({
    indexURL: RUNTIME.href,
    lockFileContents: lock.then(text),
    createPyodideModule: async (/** @type {unknown} */ settings) => (await glue).default(settings),
  });
}

/**
 * Say what is being waited for; each arrival is a sign of life.
 * @template T
 * @param {URL} url
 * @param {(url: URL) => Promise<T>} bring
 */
async function arriving(url, bring) {
  waiting.add(url.href);
  const brought = await bring(url);
  waiting.delete(url.href);
  sign();
  return brought;
}

/** @param {Stage} next */
function begin(next) {
  stage = next;
  sign();
}

function sign() {
  post({ kind: "loading", stage, waiting: [...waiting] });
}

/** @param {import("./protocol.d.ts").FromWorker} message */
function post(message) {
  self.postMessage(message);
}

/** @param {Uint8Array} bytes */
function text(bytes) {
  return new TextDecoder().decode(bytes);
}

/**
 * @param {unknown} error
 * @returns {import("./protocol.d.ts").Fault}
 */
function faultOf(error) {
  return (error instanceof Trouble ? error : crashed(lastLine(error))).fault;
}

/**
 * Python puts its traceback first and the error itself on the last line.
 * @param {unknown} error
 */
function lastLine(error) {
  const lines = String(error instanceof Error ? error.message : error)
    .trim()
    .split("\n");
  return lines.at(-1) ?? "";
}
