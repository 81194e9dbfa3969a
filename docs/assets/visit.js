/**
 * A visit in two shapes: as it stands in the form, and as the calculator's JSON takes it.
 *
 * What can be read is put in the JSON's own form; what cannot be read goes in as it was typed, so
 * that one place alone, the calculator, refuses it.
 */

import { readBlocks } from "./blocks.js";

/** The fields of a row, named as in the question; a row in which nothing is typed. */
export const BLANK = {
  code: "",
  minutes: "",
  assistant_minutes: "",
  together_minutes: "",
  discipline: "",
  charge: "",
  coverage: "",
  notice: "",
  blocks: "",
};

/** @typedef {typeof BLANK} Row */
/**
 * Everything in the form, as typed. A choice that rests is empty; so is `otherThreshold` where no
 * row asks for it.
 * @typedef {{ date: string, discipline: string, method: string, locality: string, factor: string,
 *   setting: string, episode: string, participation: string, threshold: string,
 *   otherThreshold: string, deductible: string, rows: Row[] }} Typed
 */
/**
 * A visit as JSON, and for each service in it the row it came from.
 * @typedef {{ json: string, rows: number[] }} Asked
 */

const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
// A longer number is no count of minutes, and some readers of JSON choke on thousands of digits.
const LONGEST_NUMBER = 20;

/**
 * Read a day: 2026-03-02 and 3/2/2026 (or 3/2/26) both give 2026-03-02.
 * @param {string} text
 * @returns {string} the day, or the text where it is none
 */
export function readDate(text) {
  const typed = text.trim();
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(typed);
  if (!american) return typed;
  const [, month = "", day = "", year = ""] = american;
  const iso = `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(iso) ? iso : typed;
}

/**
 * @param {string} text
 * @returns {boolean} whether this is a day of the calendar, written 2026-03-02
 */
export function isDate(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/**
 * Read dollars: 40, $40 and 1,240.00 give 40.00, 40.00 and 1240.00.
 * @param {string} text
 * @returns {string} dollars with two decimals, or the text where it is none
 */
export function readDollars(text) {
  const typed = text.trim();
  const plain = /^\$?\s?(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{0,2}))?$/.exec(typed);
  if (!plain) return typed;
  const [, whole = "", cents = ""] = plain;
  return `${whole.replaceAll(",", "")}.${cents.padEnd(2, "0")}`;
}

/**
 * @param {string} text
 * @returns {boolean} whether these are dollars as the calculator takes them
 */
export function isDollars(text) {
  return /^\d+\.\d{2}$/.test(text);
}

/**
 * @param {string} text
 * @returns {string} the code as it is written on a claim
 */
export function readCode(text) {
  return text.trim().toUpperCase();
}

/**
 * @param {string} text
 * @returns {string} minutes as JSON: a number as it was typed, else a string
 */
function minutesJson(text) {
  const typed = text.trim();
  const isNumber = typed.length <= LONGEST_NUMBER && JSON_NUMBER.test(typed);
  return isNumber ? typed : JSON.stringify(typed);
}

/**
 * @param {Row} row
 * @returns {boolean} whether minutes of anybody are typed in it
 */
export function hasMinutes(row) {
  return `${row.minutes}${row.assistant_minutes}${row.together_minutes}`.trim() !== "";
}

/**
 * @param {Row} row
 * @returns {boolean} whether it names no service
 */
export function isBlank(row) {
  return row.code.trim() === "" && !hasMinutes(row);
}

/**
 * @param {Row} row
 * @returns {string} the row as JSON, without the fields in which nothing is typed
 */
function serviceJson(row) {
  const fields = [];
  if (row.code.trim()) fields.push(`"code":${JSON.stringify(readCode(row.code))}`);
  // Where others are named, no minutes of the therapist alone are none.
  const minutes = row.minutes.trim() || (hasMinutes(row) ? "0" : "");
  if (minutes) fields.push(`"minutes":${minutesJson(minutes)}`);
  for (const part of /** @type {const} */ (["assistant_minutes", "together_minutes"])) {
    const typed = row[part].trim();
    if (typed && typed !== "0") fields.push(`"${part}":${minutesJson(typed)}`);
  }
  const words = {
    discipline: row.discipline,
    charge: readDollars(row.charge),
    coverage: row.coverage,
    notice: row.notice,
  };
  for (const [part, said] of Object.entries(words)) {
    if (said) fields.push(`"${part}":${JSON.stringify(said)}`);
  }
  const blocks = readBlocks(row.blocks);
  if (blocks.length > 0) fields.push(`"blocks":${JSON.stringify(blocks)}`);
  return `{${fields.join(",")}}`;
}

/**
 * Write a visit as the calculator takes it. Blank rows are left out, and so is what rests.
 * @param {Typed} typed
 * @param {string} locality the locality's key, or what was typed for it
 * @returns {Asked}
 */
export function toAsked(typed, locality) {
  const rows = typed.rows.flatMap((row, place) => (isBlank(row) ? [] : [place]));
  const services = typed.rows.filter((row) => !isBlank(row)).map(serviceJson);
  const { setting, episode, participation } = typed;
  const other = readDollars(typed.otherThreshold);
  const head = JSON.stringify({
    date: readDate(typed.date),
    discipline: typed.discipline,
    method: typed.method,
    locality,
    qualifying_apm: typed.factor === "true",
    threshold_used: readDollars(typed.threshold),
    ...(other && { threshold_used_other: other }),
    deductible_remaining: readDollars(typed.deductible),
    ...(setting && { setting }),
    ...(episode && { episode }),
    ...(participation && { participation }),
  });
  return { json: `${head.slice(0, -1)},"services":[${services.join(",")}]}`, rows };
}

/**
 * Say in a few words which visit this is: "97530 38, 97110 22; 2026-03-02".
 * @param {Typed} typed
 * @returns {string}
 */
export function inShort(typed) {
  const rows = typed.rows.filter((row) => !isBlank(row));
  const named = rows.slice(0, 6).map(serviceInShort);
  const more = rows.length > named.length ? ` and ${rows.length - named.length} more` : "";
  return `${named.join(", ")}${more}; ${readDate(typed.date)}`;
}

/** @param {Row} row */
function serviceInShort(row) {
  const minutes = [
    row.minutes.trim(),
    row.assistant_minutes.trim() && `${row.assistant_minutes.trim()} assistant`,
    row.together_minutes.trim() && `${row.together_minutes.trim()} together`,
  ];
  const told = minutes.filter(Boolean).join(" + ");
  return [readCode(row.code), row.discipline, told].filter(Boolean).join(" ");
}
