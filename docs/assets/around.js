/** What stands around the form and is not needed for an answer: it comes by itself, later. */

import { find } from "./find.js";
import { watchForPatients } from "./patient.js";
import { watchForRenewal } from "./renewed.js";
import { Tour } from "./tour.js";

/** @param {HTMLElement} root */
export function begin(root) {
  new Tour(root);
  watchForPatients(root);
  watchForRenewal(find(root, ".renewed", HTMLElement));
}
