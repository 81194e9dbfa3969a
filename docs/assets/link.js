/** A visit in the address: `#v=` and the base64url of the calculator's JSON. */

import { writeBlocks } from "./blocks.js";
import { personalIn, withoutPersonal } from "./personal.js";
import { BLANK } from "./visit.js";

/** @typedef {import("./visit.js").Typed} Typed */

const MARK = "#v=";
const FIELDS = [
  "date",
  "discipline",
  "method",
  "locality",
  "qualifying_apm",
  "threshold_used",
  "deductible_remaining",
  "services",
];
const FURTHER = ["threshold_used_other", "setting", "episode", "participation"];

/**
 * @param {string} hash the address from its # on
 * @returns {boolean} whether it brings a visit
 */
export function bringsVisit(hash) {
  return hash.startsWith(MARK);
}

/**
 * @param {string} json a visit as the calculator takes it, or a question about one
 * @param {string} mark what the hash begins with
 * @returns {string} the hash that opens it; what tells of a patient is left out
 */
export function toHash(json, mark = MARK) {
  const told = personalIn(json) ? JSON.stringify(withoutPersonal(JSON.parse(json))) : json;
  const bytes = new TextEncoder().encode(told);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return mark + base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {string} hash
 * @returns {Typed} what the form has to show; the locality is still the key
 * @throws {Error} naming what the link lacks or holds too much
 */
export function fromHash(hash) {
  const visit = object(parsed(decoded(hash.slice(MARK.length))), "the visit");
  onlyThese(visit, [...FIELDS, ...FURTHER], "");
  mustHave(visit, FIELDS);
  const services = visit.services;
  if (!Array.isArray(services)) throw new Error("services is no list");
  return {
    date: text(visit.date),
    discipline: text(visit.discipline),
    method: text(visit.method),
    locality: text(visit.locality),
    factor: text(visit.qualifying_apm),
    setting: text(visit.setting),
    episode: text(visit.episode),
    participation: text(visit.participation),
    threshold: text(visit.threshold_used),
    otherThreshold: text(visit.threshold_used_other),
    deductible: text(visit.deductible_remaining),
    rows: services.map(row),
  };
}

/**
 * @param {unknown} service
 * @param {number} place
 */
export function row(service, place) {
  const path = `services[${place}]`;
  const { blocks, ...fields } = object(service, path);
  onlyThese(fields, Object.keys(BLANK), `${path}.`);
  const row = { ...BLANK, blocks: times(blocks, `${path}.blocks`) };
  for (const part of /** @type {(keyof typeof BLANK)[]} */ (Object.keys(fields))) {
    row[part] = text(fields[part]);
  }
  return row;
}

/**
 * @param {unknown} blocks
 * @param {string} path
 * @returns {string} as they would be typed
 */
function times(blocks, path) {
  if (blocks === undefined) return "";
  if (!Array.isArray(blocks)) throw new Error(`${path} is no list`);
  const read = blocks.map((each, place) => {
    const block = object(each, `${path}[${place}]`);
    onlyThese(block, ["from", "to", "by"], `${path}[${place}].`);
    return { from: text(block.from), to: text(block.to), by: text(block.by) };
  });
  return writeBlocks(read);
}

/**
 * @param {string} base64url
 * @returns {string}
 */
export function decoded(base64url) {
  try {
    const bytes = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
    const codes = Uint8Array.from(bytes, (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(codes);
  } catch {
    throw new Error("it is no base64url of text");
  }
}

/**
 * @param {string} json
 * @returns {unknown}
 */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error("what it holds is no JSON");
  }
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {Record<string, unknown>}
 */
function object(value, name) {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return /** @type {Record<string, unknown>} */ (value);
  }
  throw new Error(`${name} is no object`);
}

/**
 * A field too many or too few would make another visit of it, so neither is let pass.
 * @param {Record<string, unknown>} fields
 * @param {string[]} known
 * @param {string} path
 */
function onlyThese(fields, known, path) {
  const strange = Object.keys(fields).find((name) => !known.includes(name));
  if (strange !== undefined) throw new Error(`${path}${strange} is no field of this form`);
}

/**
 * @param {Record<string, unknown>} fields
 * @param {string[]} names
 */
function mustHave(fields, names) {
  const lacking = names.find((name) => !(name in fields));
  if (lacking !== undefined) throw new Error(`it lacks ${lacking}`);
}

/**
 * @param {unknown} value
 * @returns {string} as it would be typed
 */
export function text(value) {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
