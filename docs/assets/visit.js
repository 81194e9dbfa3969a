/**
 * A visit in two shapes: as it stands in the form, and as the calculator's JSON takes it.
 *
 * What can be read is put in the JSON's own form; what cannot be read goes in as it was typed, so
 * that one place alone, the calculator, refuses it.
 */

/** @typedef {{ code: string, minutes: string }} Row */
/**
 * Everything in the form, as typed; `place` is the locality's key once it is decided.
 * @typedef {{ date: string, discipline: string, method: string, locality: string, factor: string,
 *   threshold: string, deductible: string, rows: Row[] }} Typed
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
 * @returns {boolean} whether nothing is typed in it
 */
export function isBlank(row) {
  return row.code.trim() === "" && row.minutes.trim() === "";
}

/**
 * @param {Row} row
 * @returns {string} the row as JSON, without the field in which nothing is typed
 */
function serviceJson(row) {
  const fields = [];
  if (row.code.trim()) fields.push(`"code":${JSON.stringify(readCode(row.code))}`);
  if (row.minutes.trim()) fields.push(`"minutes":${minutesJson(row.minutes)}`);
  return `{${fields.join(",")}}`;
}

/**
 * Write a visit as the calculator takes it. Blank rows are left out.
 * @param {Typed} typed
 * @param {string} locality the locality's key, or what was typed for it
 * @returns {Asked}
 */
export function toAsked(typed, locality) {
  const rows = typed.rows.flatMap((row, place) => (isBlank(row) ? [] : [place]));
  const services = typed.rows.filter((row) => !isBlank(row)).map(serviceJson);
  const head = JSON.stringify({
    date: readDate(typed.date),
    discipline: typed.discipline,
    method: typed.method,
    locality,
    qualifying_apm: typed.factor === "true",
    threshold_used: typed.threshold,
    deductible_remaining: readDollars(typed.deductible),
  });
  return { json: `${head.slice(0, -1)},"services":[${services.join(",")}]}`, rows };
}

/**
 * Say in a few words which visit this is: "97530 38, 97110 22".
 * @param {Typed} typed
 * @returns {string}
 */
export function inShort(typed) {
  const rows = typed.rows.filter((row) => !isBlank(row));
  const named = rows.slice(0, 6).map((row) => `${readCode(row.code)} ${row.minutes.trim()}`);
  const more = rows.length > named.length ? ` and ${rows.length - named.length} more` : "";
  return `${named.join(", ")}${more}; ${readDate(typed.date)}`;
}
