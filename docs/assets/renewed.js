/**
 * Notices, when the reader comes back to the page, that the site was renewed under it. Nothing is
 * reloaded by itself; what is typed stands in the tab and is there again after a reload.
 */

const MARK = new URL("../../site.json", import.meta.url); // above the folder of the edition
const EDITION = new URL(".", import.meta.url).pathname.split("/").at(-2);
const PAUSE_IN_MS = 5 * 60_000;

/** @param {HTMLElement} notice hidden until there is something to say */
export function watchForRenewal(notice) {
  let asked = Number.NEGATIVE_INFINITY;
  document.addEventListener("visibilitychange", async () => {
    const now = performance.now();
    if (document.hidden || !notice.hidden || now - asked < PAUSE_IN_MS) return;
    asked = now;
    const edition = await editionNow();
    if (!edition || edition === EDITION) return;
    notice.hidden = false;
    notice.textContent = `The site was renewed. Reload to use edition ${edition}; what you typed stays.`;
  });
}

/** @returns {Promise<string>} empty where the server does not answer */
async function editionNow() {
  try {
    const response = await fetch(MARK, { cache: "no-store" });
    return String((await response.json()).edition ?? "");
  } catch {
    return "";
  }
}
