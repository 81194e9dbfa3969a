/** What all checks stand on: where the site lies, and how its server is asked. */

/** @typedef {import("./remedies.js").Change} Change */
/** @typedef {{ name: string, state: "passes" | "better" | "change", says: string, changes: Change[] }} Found */
/** @typedef {{ types: Record<string, string>, files: Record<string, string> }} Manifest */

export const ASSETS = new URL("..", import.meta.url); // the folder of this edition
export const ROOT = new URL("../..", ASSETS);
export const POLICY = "Content-Security-Policy";

/** @type {Promise<Manifest> | undefined} */
let manifest;

/** @returns {Promise<Manifest>} what the build wrote of this edition */
export function held() {
  manifest ??= fresh(new URL("files.json", ASSETS)).then((response) => response.json());
  return manifest;
}

/**
 * Past the browser's own cache: it is the server that is tested.
 * @param {URL} url
 * @param {RequestInit} [how]
 */
export function fresh(url, how) {
  return fetch(url, { cache: "no-store", ...how });
}

/**
 * @param {string} name
 * @param {string} says
 * @returns {Found}
 */
export function passes(name, says) {
  return { name, state: "passes", says, changes: [] };
}

/** @param {string} name */
export function endingOf(name) {
  return name.slice(name.lastIndexOf("."));
}
