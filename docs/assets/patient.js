/** Says at a field that its text tells of a patient. Nothing here needs that, and it is not kept. */

import { personalIn } from "./personal.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

const PLACES = ".service, .further, .field, .one-line, .visit";

/** @param {HTMLElement} root */
export function watchForPatients(root) {
  /** @type {Map<Field, HTMLElement>} */
  const said = new Map();

  /** @param {Field} field */
  const look = (field) => {
    const what = personalIn(field.value);
    if (!what) {
      said.get(field)?.remove();
      said.delete(field);
      return;
    }
    const line = said.get(field) ?? noted(field);
    said.set(field, line);
    const says = `This looks like ${what}. Nothing here needs it: take it out. It is not kept, and left out of links.`;
    if (line.textContent !== says) line.textContent = says;
  };

  root.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) look(target);
  });
  // Undo, Clear and the lists change fields without a key in them.
  root.addEventListener("click", () => window.setTimeout(() => [...said.keys()].forEach(look)));
}

/** @param {Field} field */
function noted(field) {
  const line = document.createElement("p");
  line.className = "patient"; // no problem: those go with the next answer
  line.setAttribute("role", "alert");
  (field.closest(PLACES) ?? field.parentElement ?? field).append(line);
  return line;
}
