/** Put into each page before its own scripts: notes when the first answer of Python stands there. */

new MutationObserver((_, watch) => {
  if (!document.querySelector("therapy-calculator[data-state=answered]")) return;
  performance.mark("calculator answered");
  watch.disconnect();
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });

/** And every task of the page's own thread that a reader could feel: its start and length in ms. */
globalThis.longTasks = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) longTasks.push([startTime, duration]);
}).observe({ type: "longtask", buffered: true });
