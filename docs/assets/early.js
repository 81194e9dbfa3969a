/**
 * Begins the worker once the page has been drawn and its thread is idle, or at the first touch of
 * the calculator: reading waits for nothing, and Python, which takes longest, for nothing else. The
 * engine takes the worker over, with what it has said until then.
 */

{
  const own = document.currentScript;
  const TOUCHES = ["pointerdown", "keydown", "focusin"];
  // A thread that is never idle keeps nobody waiting for longer.
  const LONGEST_IN_MS = 300;

  /**
   * @param {URL} address
   * @returns {import("./protocol.d.ts").Early}
   */
  const begin = (address) => {
    performance.mark("calculator begun"); // for the bench and the browser's tools
    const worker = new Worker(address, { type: "module" });
    /** @type {import("./protocol.d.ts").Early} */
    const early = { worker, said: [] };
    worker.onmessage = (event) => early.said.push(event);
    worker.onerror = (event) => early.said.push(event);
    return early;
  };

  /** @param {() => void} act */
  const whenIdle = (act) => {
    // Safari has no such callback.
    if (typeof requestIdleCallback === "function") {
      requestIdleCallback(act, { timeout: LONGEST_IN_MS });
    } else setTimeout(act);
  };

  /** @param {() => void} act */
  const whenTouched = (act) => {
    /** @param {Event} event */
    const touched = ({ target }) => {
      if (target instanceof Element && target.closest("therapy-calculator")) act();
    };
    for (const touch of TOUCHES) {
      addEventListener(touch, touched, { capture: true, passive: true });
    }
  };

  // Without a server there is none to be had: from_files.js says so.
  if (own instanceof HTMLScriptElement && location.protocol !== "file:") {
    const address = new URL("worker.js", own.src);
    globalThis.earlyWorker = new Promise((/** @type {(act: unknown) => void} */ act) => {
      whenTouched(() => act(undefined));
      // What nobody sees is not drawn.
      if (document.hidden) whenIdle(() => act(undefined));
      else requestAnimationFrame(() => whenIdle(() => act(undefined)));
    }).then(() => begin(address));
    globalThis.earlyWorker.catch(() => {}); // the engine says it
  }
}
