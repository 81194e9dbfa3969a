/** A visit that another page brings: read out of a link of the calculator. */

import { bringsVisit, decoded } from "./link.js";

/**
 * @param {string} text a link of the calculator, whole or from its # on
 * @returns {string} the visit as JSON
 * @throws {Error} saying what the text is not
 */
export function visitOf(text) {
  const hash = text.trim().slice(text.trim().indexOf("#"));
  if (!bringsVisit(hash)) throw new Error("takes a link of the calculator, with #v= in it");
  const visit = decoded(hash.slice("#v=".length));
  try {
    JSON.parse(visit);
  } catch {
    throw new Error("what the link holds is no JSON");
  }
  return visit;
}

/**
 * @param {string} json
 * @returns {string} the visit in a few words: "97530 38, 97110 22; 2026-03-02"
 */
export function shortly(json) {
  const visit = JSON.parse(json);
  const services = Array.isArray(visit?.services) ? visit.services : [];
  const named = services.map((/** @type {any} */ each) => {
    const { minutes = 0, assistant_minutes: assistant = 0, together_minutes: both = 0 } = each;
    return `${each?.code} ${Number(minutes) + Number(assistant) + Number(both)}`;
  });
  return `${named.join(", ")}; ${visit?.date}`;
}
