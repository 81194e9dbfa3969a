/** What differs between two states of the form, in a few words: what was undone is said with it. */

import { BLANK, isBlank } from "./visit.js";

/** @typedef {import("./visit.js").Typed} Typed */
/** @typedef {import("./visit.js").Row} Row */

const FIELDS = /** @type {const} */ ({
  date: "Date of service",
  discipline: "Discipline",
  locality: "Locality",
  method: "Counting method",
  factor: "Conversion factor",
  setting: "Setting",
  deductible: "Deductible left",
  threshold: "Threshold used so far",
  otherThreshold: "Used so far, other bucket",
  episode: "Episode",
  participation: "Participation",
});
/** @type {Record<keyof Row, string>} */
const PARTS = {
  code: "Code",
  minutes: "Minutes",
  assistant_minutes: "Assistant minutes",
  together_minutes: "Together minutes",
  discipline: "Plan of care",
  charge: "Charge",
  coverage: "Coverage",
  notice: "Notice",
  blocks: "Times",
};
// More than these are counted instead of named.
const MOST = 2;

/**
 * @param {Typed} from
 * @param {Typed} to
 * @returns {string} "Minutes, row 2: 22"; "row 3 is gone"; "5 fields"; "nothing"
 */
export function difference(from, to) {
  const fields = /** @type {(keyof typeof FIELDS)[]} */ (Object.keys(FIELDS))
    .filter((name) => from[name] !== to[name])
    .map((name) => `${FIELDS[name]}: ${to[name] || "empty"}`);
  const found = [...fields, ...rowsApart(from.rows, to.rows)];
  if (found.length > MOST) return `${found.length} fields`;
  return found.join("; ") || "nothing";
}

/**
 * @param {Row[]} from
 * @param {Row[]} to
 */
function rowsApart(from, to) {
  if (from.length !== to.length) return [oneMore(from, to)];
  return to.flatMap((row, place) => {
    const before = from[place] ?? BLANK;
    return /** @type {(keyof Row)[]} */ (Object.keys(PARTS))
      .filter((part) => before[part] !== row[part])
      .map((part) => `${PARTS[part]}, row ${place + 1}: ${row[part] || "empty"}`);
  });
}

/**
 * @param {Row[]} from
 * @param {Row[]} to
 */
function oneMore(from, to) {
  const [longer, shorter] = to.length > from.length ? [to, from] : [from, to];
  const count = longer.length - shorter.length;
  if (count > 1) return to.every(isBlank) ? "no services" : `${to.length} rows`;
  const place = longer.findIndex((row, at) => !isSame(row, shorter[at]));
  const code = longer[place]?.code;
  return `row ${place + 1}${code ? `, ${code},` : ""} is ${longer === to ? "back" : "gone"}`;
}

/**
 * @param {Row} row
 * @param {Row | undefined} other
 */
function isSame(row, other) {
  return other !== undefined && JSON.stringify(row) === JSON.stringify(other);
}
