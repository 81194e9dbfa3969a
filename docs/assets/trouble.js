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
  const [what, remedy] =
    status === 404 || status === 410
      ? [
          "is missing",
          "Reload the page: the site may have been renewed since. If that does not help, copy the whole site to the server again: this file is part of it.",
        ]
      : status < 500
        ? ["is kept back", "Let the server hand this file out to everybody who may read the page."]
        : ["does not come", "The server failed over it: its own log says why."];
  return new Trouble("missing", `the file ${name(url)} ${what}`, `${answered} ${remedy}`);
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
  const came = `${url.href} came as ${got || "no type at all"}; takes ${takes}.`;
  // Many servers answer so for a file that is not there, and its type is then no fault.
  const page =
    "The file is missing and the server sends a page instead, or a page stands in its place: copy the whole site again.";
  const type = `Set the Content-Type ${takes} for files that end in .${ending(url)}.`;
  return new Trouble(
    "wrong-type",
    `the server sends ${name(url)} as another type of file`,
    `${came} ${got.startsWith("text/html") ? page : type}`,
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
    `${url.href} ${bytes ? `came with ${bytes} bytes, which are no whole file` : "broke off on its way"}. Copy it to the server again, and see that nothing on the way shortens or changes it.`,
  );
}

/** @param {URL} base the site's root */
export function webAssemblyBlocked(base) {
  return new Trouble(
    "wasm-blocked",
    "this site’s security policy forbids WebAssembly",
    `Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy header for ${base.pathname}. The whole policy that the site needs, search included, stands in the meta element at the head of every page.`,
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
    `${url.href} is there, but did not run. See that the file is whole, and that the policy has worker-src 'self' and script-src 'self' and does not require trusted types.`,
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

/**
 * @param {URL[]} urls files that are whole and yet of no use to each other
 * @param {string} error without its traceback
 */
export function unfit(urls, error) {
  return new Trouble(
    "unfit",
    `${urls.map(name).join(" and ")} are damaged or of different versions`,
    `Copy the whole site to the server again, ${urls.map((url) => url.href).join(" and ")} with it, then reload this page past the browser’s cache (Ctrl+F5). Seen: ${error}`,
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
