/** What can be wrong with the site's files, each with what an administrator has to do about it. */

/** @typedef {import("./protocol.d.ts").Cause} Cause */
/** @typedef {import("./protocol.d.ts").Fault} Fault */

const STOPPED = "The calculator has stopped";

/** An error that knows its cause and its remedy. Only its `fault` crosses between threads. */
export class Trouble extends Error {
  /**
   * @param {Cause} cause
   * @param {string} what completes the sentence
   * @param {string} remedy
   * @param {string} begins
   */
  constructor(cause, what, remedy, begins = "The calculator cannot start") {
    super(`${begins}: ${what}.`);
    /** @type {Fault} */
    this.fault = { cause, says: this.message, remedy };
  }
}

/**
 * @param {URL} url
 * @param {number} status
 * @param {string} statusText empty under HTTP/2
 */
export function missing(url, status, statusText) {
  const answered = `${url.href} answered ${`${status} ${statusText}`.trim()}; takes 200.`;
  const remedy =
    status === 404 || status === 410
      ? "Copy the whole site to the server again: this file is part of it."
      : "Let the server hand this file out to everybody who may read the page.";
  return new Trouble("missing", `the file ${name(url)} is missing`, `${answered} ${remedy}`);
}

/** @param {URL} url */
export function unreachable(url) {
  return new Trouble(
    "missing",
    `the file ${name(url)} cannot be reached`,
    `The request for ${url.href} ended without an answer. See that the server runs, that nothing between it and the browser blocks the file, and that the policy has connect-src 'self'.`,
  );
}

/**
 * @param {URL} url
 * @param {string} got
 * @param {string} takes
 */
export function wrongType(url, got, takes) {
  return new Trouble(
    "wrong-type",
    `the server sends ${name(url)} as another type of file`,
    `${url.href} came as ${got || "no type at all"}; takes ${takes}. Set this Content-Type for files that end in .${ending(url)}.`,
  );
}

/**
 * @param {URL} url
 * @param {number} bytes that came, unpacked
 */
export function cut(url, bytes) {
  return new Trouble(
    "cut",
    `the file ${name(url)} is cut short or damaged`,
    `${url.href} came with ${bytes} bytes, which are no whole file. Copy it to the server again, and see that nothing on the way shortens or changes it.`,
  );
}

/** @param {URL} base the site's root */
export function webAssemblyBlocked(base) {
  return new Trouble(
    "wasm-blocked",
    "this site’s security policy forbids WebAssembly",
    `Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy header for ${base.pathname}. Nothing else has to be loosened.`,
  );
}

export function noWebAssembly() {
  return new Trouble(
    "wasm-blocked",
    "this browser has WebAssembly switched off",
    "Allow WebAssembly in the browser’s settings or in the rules that your organisation sets for it.",
  );
}

/** @param {URL} url the worker's script */
export function workerRefused(url) {
  return new Trouble(
    "crashed",
    "the browser does not start its worker",
    `${url.href} is there, but did not run. See that the policy has worker-src 'self' and script-src 'self', and that the file is whole.`,
  );
}

/**
 * @param {number} seconds without a sign
 * @param {readonly string[]} waiting addresses of what has not come
 */
export function notHere(seconds, waiting) {
  return new Trouble(
    "timed-out",
    `the server sent nothing for ${seconds} seconds`,
    `Not here yet: ${waiting.join(", ")}. Open such an address in the browser: it should come within seconds, and no proxy should hold it back.`,
  );
}

/** @param {number} seconds without a sign */
export function noAnswer(seconds) {
  return new Trouble(
    "timed-out",
    `no sign of it for ${seconds} seconds`,
    "Every file is here, so it is not the server. Reload the page; report the visit if it happens again.",
    STOPPED,
  );
}

/** @param {string} error without its traceback */
export function crashed(error) {
  return new Trouble(
    "crashed",
    "it met an error of its own",
    `This is a fault of the calculator, not of the server. Report it with the visit that was asked: ${error}`,
    STOPPED,
  );
}

/** @param {URL} url */
function name(url) {
  return url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
}

/** @param {URL} url */
function ending(url) {
  return url.pathname.slice(url.pathname.lastIndexOf(".") + 1);
}
