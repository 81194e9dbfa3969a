/**
 * Whether a text holds what tells of a patient. Only shapes are known here, no names: a rule that
 * guessed at names would take San Jose for one. It is in JavaScript because it has to hold before
 * Python is there, and because what it finds is not even to reach a link.
 */

const A = "[AC-HJKMNP-RT-Y]"; // the letters of a Medicare Beneficiary Identifier
const AN = "[AC-HJKMNP-RT-Y0-9]";
const DAY = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})`;
/** The years that no visit here can have: figures begin in 2025, and people are born before. */
const EARLY = String.raw`\b(?:\d{1,2}[/.-]\d{1,2}[/.-](?:(?:19\d\d|200\d|201\d)|[4-9]\d)|(?:19\d\d|200\d|201\d)-\d{2}-\d{2})\b`;

/** @type {[string, RegExp][]} */
const SHAPES = [
  ["an e-mail address", /[\w.+-]+@[\w-]+\.[\w.-]*\w/],
  ["a Social Security number", /\b\d{3}-\d{2}-\d{4}\b/],
  [
    "a Medicare Beneficiary Identifier",
    new RegExp(String.raw`\b[1-9]${A}${AN}\d-?${A}${AN}\d-?${A}{2}\d{2}\b`, "i"),
  ],
  ["a telephone number", /(?:\(\d{3}\) ?|\b\d{3}[-.])\d{3}[-.]\d{4}\b/],
  [
    "a record number",
    /\b(?:MRN|medical record|chart|account|acct|patient id)\b[\s:#.no-]*[a-z]{0,3}\d{6,}/i,
  ],
  [
    "a birth date",
    new RegExp(String.raw`\b(?:DOB|D\.O\.B\.?|born|birth ?date|date of birth)\b\W*${DAY}`, "i"),
  ],
  ["a birth date", new RegExp(EARLY)],
  ["a patient’s name", /\b(?:patient|patient name|name)\s*:\s*\p{Lu}\p{L}+/u],
];

/**
 * @param {string} text
 * @returns {string} what it seems to hold: "a birth date"; empty for nothing of that kind
 */
export function personalIn(text) {
  return SHAPES.find(([, shape]) => shape.test(text))?.[0] ?? "";
}

/**
 * @template {Record<string, unknown>} Fields
 * @param {Fields} fields as typed, with rows of fields in them
 * @returns {Fields} the same, with every text emptied that tells of a patient;
 *   the date of service stays, however old
 */
export function withoutPersonal(fields) {
  return JSON.parse(
    JSON.stringify(fields, (name, value) =>
      name !== "date" && typeof value === "string" && personalIn(value) ? "" : value,
    ),
  );
}
