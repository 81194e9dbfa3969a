/** What is said when the calculator cannot start or has stopped. */

import { copy } from "./copy.js";
import { find } from "./find.js";

/**
 * One sentence with the cause, and what an administrator has to do.
 * @typedef {{ says: string, remedy: string }} Fault
 */

/**
 * @param {HTMLElement} root
 * @param {Fault} fault
 * @param {() => void} again
 * @returns {HTMLElement}
 */
export function brokenNotice(root, fault, again) {
  const template = find(root, "template[data-shows=broken]", HTMLTemplateElement);
  const made = template.content.cloneNode(true);
  if (!(made instanceof DocumentFragment)) throw new Error("a template holds a fragment");
  const notice = find(made, ".broken", HTMLElement);
  find(notice, ".says", HTMLElement).textContent = fault.says;
  find(notice, ".remedy", HTMLElement).textContent = fault.remedy;
  const button = find(notice, ".copy", HTMLButtonElement);
  const area = find(notice, ".copied", HTMLTextAreaElement);
  button.addEventListener("click", async () => {
    const isCopied = await copy(messageOf(fault), area);
    button.textContent = isCopied ? "Copied" : "Select and copy it here:";
  });
  find(notice, ".again", HTMLButtonElement).addEventListener("click", again);
  return notice;
}

/**
 * @param {Fault} fault
 * @returns {string} all that an administrator needs, the page and the browser included
 */
function messageOf({ says, remedy }) {
  const page = location.href.split("#")[0];
  return [says, `For the administrator. ${remedy}`, `Page: ${page}`, navigator.userAgent].join(
    "\n",
  );
}
