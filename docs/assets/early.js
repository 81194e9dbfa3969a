/**
 * Begins the worker before the page's other scripts and styles have come: loading Python takes
 * longest and needs none of them. The engine takes it over, with what it has said until then.
 */

{
  const own = document.currentScript;
  // Without a server there is none to be had: from_files.js says so.
  if (own instanceof HTMLScriptElement && location.protocol !== "file:") {
    const worker = new Worker(new URL("worker.js", own.src), { type: "module" });
    /** @type {import("./protocol.d.ts").Early} */
    const early = { worker, said: [] };
    worker.onmessage = (event) => early.said.push(event);
    worker.onerror = (event) => early.said.push(event);
    globalThis.earlyWorker = early;
  }
}
