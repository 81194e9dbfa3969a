/** Put into each page before its own scripts: notes when the first answer of Python stands there. */

new MutationObserver((_, watch) => {
  if (!document.querySelector("therapy-calculator[data-state=answered]")) return;
  performance.mark("calculator answered");
  watch.disconnect();
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
