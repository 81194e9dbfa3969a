/** One worker for the page: questions by number, stages, and an end to every wait. */

import { open } from "./files.js";
import { crashed, noAnswer, notHere, workerRefused } from "./trouble.js";

/** @typedef {import("./protocol.d.ts").Fault} Fault */
/** @typedef {import("./protocol.d.ts").Stage} Stage */
/** @typedef {import("./protocol.d.ts").FromWorker} FromWorker */
/**
 * @typedef {object} Listener
 * @property {(stage: Stage) => void} onStage
 * @property {() => void} onReady
 * @property {(fault: Fault) => void} onBroken once at most: the first cause stays
 * @property {number} [patience] seconds without a sign of life before the wait is given up
 */
/** @typedef {import("./protocol.d.ts").ToWorker} ToWorker */
/**
 * A message before it has its number: each kind of it by itself.
 * @template Message
 * @typedef {Message extends unknown ? Omit<Message, "id"> : never} Unnumbered
 */
/** @typedef {Unnumbered<ToWorker>} Question */
/** @typedef {{ resolve: (answer: string) => void, reject: (error: Error) => void }} Asker */
/**
 * Is given what is read after the top of an answer: JSON texts, each the name of a part and a
 * stretch of its HTML.
 * @typedef {(parts: string[]) => void} Further
 */

const WORKER = new URL("./worker.js", import.meta.url);
const PATIENCE = 60;
const TICK = 1000;

/**
 * Start loading. What is asked meanwhile is answered when Python is ready.
 * @param {Listener} listener
 */
export function startEngine(listener) {
  const engine = new Engine(listener);
  return {
    /**
     * @param {string} visit JSON
     * @param {string} root the way from the page to the site's root
     * @param {boolean} [withPairs] whether the tables of edits are worth waiting for
     * @param {Further} [further] called later, unless a newer visit is answered before
     * @param {number} [way] which allowed allocation is shown as the claim
     * @returns {Promise<string>} JSON, the top of the answer; rejects with a sentence where there
     *   will be none
     */
    evaluate: (visit, root, withPairs = false, further, way = 0) =>
      engine.ask({ kind: "evaluate", visit, root, withPairs, way }, further),
    /**
     * @param {import("./protocol.d.ts").DoorName} door
     * @param {string} question JSON
     * @param {string} root
     * @param {boolean} [withPairs] whether the answer has to wait for the tables of edits
     * @returns {Promise<string>} JSON; the door's file is fetched at the first question
     */
    ask: (door, question, root, withPairs = false) =>
      engine.ask({ kind: "ask", door, question, root, withPairs }),
    stop: () => engine.stop(),
  };
}

class Engine {
  /** @param {Listener} listener */
  constructor(listener) {
    this.listener = listener;
    this.patience = listener.patience ?? PATIENCE;
    /** @type {Map<number, Asker>} */
    this.askers = new Map();
    /** @type {Map<number, Further>} */
    this.furthers = new Map();
    this.asked = 0;
    /** @type {Error | undefined} */
    this.ended = undefined;
    this.isReady = false;
    /** @type {readonly string[]} */
    this.waiting = [WORKER.href];
    /** @type {Stage | undefined} */
    this.stage = undefined;
    this.quiet = 0;
    this.clock = setInterval(() => this.tick(), TICK);
    this.worker = takeWorker().then((early) => this.listen(early));
    // Such a policy forbids the worker before it is asked for.
    this.worker.catch(() => this.broken(workerRefused(WORKER).fault));
  }

  /** @param {import("./protocol.d.ts").Early} early */
  listen({ worker, said }) {
    worker.onmessage = (event) => this.heard(event);
    worker.onerror = (event) => this.stumbled(event);
    for (const event of said) {
      if ("data" in event) this.heard(event);
      else this.stumbled(event);
    }
    return worker;
  }

  /**
   * @param {Question} question
   * @param {Further} [further]
   * @returns {Promise<string>}
   */
  ask(question, further) {
    if (this.ended) return Promise.reject(this.ended);
    const id = ++this.asked;
    if (further) this.furthers.set(id, further);
    if (this.askers.size === 0 && this.isReady) this.quiet = 0;
    return new Promise((resolve, reject) => {
      this.askers.set(id, { resolve, reject });
      this.post({ ...question, id });
    });
  }

  stop() {
    this.end(new Error("The calculator was stopped."));
  }

  /** @param {MessageEvent<FromWorker>} event */
  heard({ data: message, timeStamp }) {
    if (this.ended) return;
    this.quiet = 0;
    switch (message.kind) {
      case "loading":
        this.waiting = message.waiting;
        if (message.stage !== this.stage) this.begun(message.stage, timeStamp);
        break;
      case "ready":
        this.isReady = true;
        this.waiting = [];
        performance.mark("calculator ready", { startTime: timeStamp });
        this.listener.onReady();
        break;
      case "answered":
        this.askers.get(message.id)?.resolve(message.answer);
        this.askers.delete(message.id);
        break;
      case "further":
        this.furthers.get(message.id)?.(message.parts);
        // Those before it were left for newer ones: they never come.
        for (const id of this.furthers.keys()) if (id <= message.id) this.furthers.delete(id);
        break;
      case "broken":
        this.broken(message);
        break;
      default:
        /** @type {never} */ (message);
    }
  }

  /**
   * @param {Stage} stage
   * @param {number} startTime
   */
  begun(stage, startTime) {
    this.stage = stage;
    performance.mark(`calculator ${stage}`, { startTime }); // for the bench and the browser's tools
    this.listener.onStage(stage);
  }

  /**
   * A script that cannot be loaded comes here without a word, an error in a running one with its own.
   * @param {ErrorEvent} event
   */
  async stumbled(event) {
    event.preventDefault();
    if (event.message) return this.broken(crashed(event.message).fault);
    const trouble = await open(WORKER).then(
      () => workerRefused(WORKER),
      (why) => why,
    );
    this.broken(trouble.fault);
  }

  /** Seconds are counted here, so that a computer that slept has not been silent. */
  tick() {
    if (this.isReady && this.askers.size === 0) return;
    this.quiet += 1;
    if (this.quiet < this.patience) return;
    const { patience, waiting } = this;
    this.broken((waiting.length ? notHere(patience, waiting) : noAnswer(patience)).fault);
  }

  /** @param {Fault} fault */
  broken({ cause, says, remedy }) {
    if (this.ended) return;
    this.end(new Error(says));
    this.listener.onBroken({ cause, says, remedy });
  }

  /** @param {Error} error */
  end(error) {
    this.ended ??= error;
    clearInterval(this.clock);
    this.worker.then((worker) => worker.terminate()).catch(() => {});
    for (const { reject } of this.askers.values()) reject(this.ended);
    this.askers.clear();
    this.furthers.clear();
  }

  /** @param {ToWorker} message */
  post(message) {
    this.worker.then((worker) => worker.postMessage(message)).catch(() => {});
  }
}

/** @returns {Promise<import("./protocol.d.ts").Early>} the worker that the page begins, else a new one */
async function takeWorker() {
  const early = globalThis.earlyWorker;
  globalThis.earlyWorker = undefined;
  return early ?? { worker: new Worker(WORKER, { type: "module" }), said: [] };
}
