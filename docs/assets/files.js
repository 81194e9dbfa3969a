/**
 * The site's own files, checked as they come. Pyodide hands a wrong file on and then waits for ever;
 * here each one ends in a `Trouble` that names it.
 */

import { cut, missing, Trouble, unreachable, wrongType } from "./trouble.js";

/** What the browser insists on; for the rest any type will do that is no page of a site. */
const TYPES = new Map([
  ["wasm", ["application/wasm"]],
  ["mjs", ["text/javascript", "application/javascript"]],
  ["js", ["text/javascript", "application/javascript"]],
]);
const ask = fetch.bind(globalThis); // the worker puts another in its place for Pyodide
const PAGE = "text/html"; // how some servers answer for a file that is not there
const END_OF_ZIP = [0x50, 0x4b, 0x05, 0x06];
const LENGTH_OF_END = 22;
const ENDING_OF = /\.([a-z]+)$/;
const END_OF_TABLE = 0x30; // what Python's marshal ends a table with
/** How the end of a file is known; all others are JSON. */
const WHOLE = new Map([
  ["zip", isWholeZip],
  ["bin", isWholeTable],
]);

/**
 * Fetch a file and check its status and type before anybody reads it.
 * @param {URL} url
 * @returns {Promise<Response>}
 */
export async function open(url) {
  const response = await ask(url).catch(() => {
    throw unreachable(url);
  });
  if (!response.ok) throw missing(url, response.status, response.statusText);
  const got = typeOf(response);
  const takes = TYPES.get(ENDING_OF.exec(url.pathname)?.[1] ?? "");
  if (takes ? !takes.includes(got) : got === PAGE) {
    throw wrongType(url, got, takes?.[0] ?? "any but text/html");
  }
  return response;
}

/**
 * Fetch a .zip, .bin or .json and check that it is whole.
 * @param {URL} url
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function whole(url) {
  const response = await open(url);
  const content = await response.arrayBuffer().catch(() => {
    throw cut(url, 0);
  });
  const bytes = new Uint8Array(content);
  const isWhole = WHOLE.get(ENDING_OF.exec(url.pathname)?.[1] ?? "") ?? isWholeJson;
  if (!isWhole(bytes)) throw cut(url, bytes.length);
  return bytes;
}

/**
 * Import a module. What is wrong with it the browser does not say, so it is looked at afterwards.
 * @param {URL} url
 */
export async function load(url) {
  try {
    return await import(url.href);
  } catch (error) {
    throw await reason(url, error);
  }
}

/**
 * Compile WebAssembly while it comes.
 * @param {URL} url
 */
export async function compile(url) {
  try {
    return await WebAssembly.compileStreaming(open(url));
  } catch (error) {
    throw await reason(url, error);
  }
}

/**
 * Tell why a file could not be used.
 * @param {URL} url
 * @param {unknown} error what the browser said
 * @returns {Promise<Trouble>}
 */
async function reason(url, error) {
  if (error instanceof Trouble) return error;
  try {
    const response = await open(url);
    const { byteLength } = await response.arrayBuffer();
    return cut(url, byteLength);
  } catch (trouble) {
    return trouble instanceof Trouble ? trouble : cut(url, 0);
  }
}

/** @param {Response} response */
function typeOf(response) {
  const whole = (response.headers.get("Content-Type") ?? "").trim().toLowerCase();
  // Browsers take application/wasm only without any addition.
  return whole.startsWith("application/wasm") ? whole : (whole.split(";")[0] ?? "").trim();
}

/** @param {Uint8Array} bytes */
function isWholeZip(bytes) {
  const end = bytes.length - LENGTH_OF_END;
  return end >= 0 && END_OF_ZIP.every((byte, place) => bytes[end + place] === byte);
}

/** @param {Uint8Array} bytes */
function isWholeTable(bytes) {
  return bytes.at(-1) === END_OF_TABLE;
}

/** @param {Uint8Array} bytes */
function isWholeJson(bytes) {
  return new TextDecoder().decode(bytes.subarray(-8)).trimEnd().endsWith("}");
}
