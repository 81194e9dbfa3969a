/** Copying, and saying what came of it: in words that are seen and heard. */

import { copy } from "./copy.js";
import { find } from "./find.js";

/**
 * @param {HTMLElement} bar with a status and a text area that is hidden until it is needed
 * @param {string} text
 * @param {string} says what is said once it is copied
 */
export async function copied(bar, text, says) {
  const area = find(bar, "textarea", HTMLTextAreaElement);
  area.hidden = true;
  const isCopied = await copy(text, area);
  find(bar, "[role=status]", HTMLElement).textContent = isCopied
    ? says
    : "This browser did not let the page copy. The text is selected: press Ctrl+C.";
}
