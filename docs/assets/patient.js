/** Says at a field that its text tells of a patient. Nothing here needs that, and it is not kept. */

import { personalIn } from "./personal.js";

const PLACES = ".service, .further, .field, .one-line, .visit";

/** @param {HTMLElement} root */
export function watchForPatients(root) {
  /** @type {Map<Element, HTMLElement>} */
  const said = new Map();
  root.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    said.get(target)?.remove();
    const what = personalIn(target.value);
    if (!what) return;
    const line = said.get(target) ?? noted();
    said.set(target, line);
    line.textContent = `This looks like ${what}. Nothing here needs it: take it out. It is not kept, and left out of links.`;
    (target.closest(PLACES) ?? target).append(line);
  });
}

function noted() {
  const line = document.createElement("p");
  line.className = "problem patient";
  line.setAttribute("role", "alert");
  return line;
}
