/**
 * Every message between page and worker. A new one starts here: tsc then names each switch that
 * lacks it.
 */

export type ToWorker =
  // withPairs: wait for the tables of edits; without, they are used where they are here already.
  // way: which allowed allocation is shown as the claim, 0 the one that is shown by itself.
  | { kind: "evaluate"; id: number; visit: string; root: string; withPairs: boolean; way: number }
  | {
      kind: "ask";
      id: number;
      door: DoorName;
      question: string;
      root: string;
      withPairs: boolean;
    };

/** What is asked besides visits: worker.js has one table of these doors. */
export type DoorName =
  | "audit"
  | "compare"
  | "line"
  | "many"
  | "pairs"
  | "pcs"
  | "receipt"
  | "sequence"
  | "takeAway";

export type FromWorker =
  | { kind: "loading"; stage: Stage; waiting: string[] }
  | { kind: "ready" }
  | { kind: "answered"; id: number; answer: string }
  // What is read after the top of a visit's answer; it does not come where a newer one has come.
  | { kind: "further"; id: number; parts: string[] }
  | ({ kind: "broken" } & Fault);

/** What is loaded, in this order: Python itself, the calculator, reference.json. */
export type Stage = "engine" | "rules" | "figures";

export type Cause =
  | "missing"
  | "wrong-type"
  | "cut"
  | "unfit"
  | "wasm-blocked"
  | "timed-out"
  | "crashed";

/** Why there is no calculator: a sentence for everybody, and what an administrator has to do. */
export type Fault = { cause: Cause; says: string; remedy: string };

/** The worker that early.js begins, and what it says before the engine listens. */
export type Early = { worker: Worker; said: (MessageEvent<FromWorker> | ErrorEvent)[] };

declare global {
  var earlyWorker: Promise<Early> | undefined;
}
