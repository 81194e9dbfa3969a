/**
 * Begins the worker before the page's other scripts and styles have come: loading Python takes
 * longest and needs none of them. The engine takes it over, with what it has said until then.
 */

{
  const own = document.currentScript;
  if (own instanceof HTMLScriptElement) {
    const worker = new Worker(new URL("worker.js", own.src), { type: "module" });
    /** @type {import("./protocol.d.ts").Early} */
    const early = { worker, said: [] };
    worker.onmessage = (event) => early.said.push(event);
    worker.onerror = (event) => early.said.push(event);
    globalThis.earlyWorker = early;
  }
}
