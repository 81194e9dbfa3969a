/** The files: whole, of the right type, packed. */

import { ASSETS, endingOf, fresh, held, passes, ROOT } from "./asked.js";
import { packed, typeOf } from "./remedies.js";

/** @typedef {import("./asked.js").Found} Found */

const PACKABLE = /\.(wasm|mjs|zip|json|css|js)$/;
const WORTH_PACKING = 10_000; // bytes
const AT_ONCE = 6;
/** Where a wrong type stops the browser; elsewhere any type will do that is no page. */
const STRICT = new Set([".html", ".css", ".js", ".mjs", ".wasm"]);
const JAVASCRIPT = new Set(["text/javascript", "application/javascript"]);
const OUTSIDE = ["", "sitemap.xml", "freshness/therapy-coding.ics"];

/** Every file of this edition, whole, by its checksum. */
export async function files() {
  const { files } = await held();
  const waiting = Object.entries(files);
  const count = waiting.length;
  /** @type {string[]} */
  const wrong = [];
  const take = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [name, integrity] = next;
      const url = new URL(name, ASSETS);
      const came = await fresh(url, { integrity }).then(
        async (response) => response.ok && (await response.arrayBuffer()).byteLength >= 0,
        () => false,
      );
      if (!came) wrong.push(await described(url, name));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  const name = "Files are whole";
  if (wrong.length === 0) return [passes(name, `all ${count} files have their checksum`)];
  const says = `${wrong.sort().join("; ")}. Copy the folder ${ASSETS.pathname} again, and see that nothing on the way changes files`;
  return [{ name, state: /** @type {const} */ ("change"), says, changes: [] }];
}

/**
 * @param {URL} url
 * @param {string} name
 */
async function described(url, name) {
  const response = await fresh(url).catch(() => undefined);
  if (!response) return `${name} does not come`;
  return response.ok ? `${name} is not as it was built` : `${name} answers ${response.status}`;
}

/** One file of each ending. */
export async function types() {
  const { types, files } = await held();
  /** @type {Map<string, URL>} */
  const samples = new Map();
  for (const name of Object.keys(files)) samples.set(endingOf(name), new URL(name, ASSETS));
  for (const name of OUTSIDE) samples.set(endingOf(name || ".html"), new URL(name, ROOT));
  const found = [];
  for (const [ending, url] of samples) {
    const wanted = types[ending];
    if (wanted) found.push(await typed(ending, url, wanted));
  }
  return found;
}

/**
 * @param {string} ending
 * @param {URL} url
 * @param {string} wanted
 * @returns {Promise<Found>}
 */
async function typed(ending, url, wanted) {
  const name = `Type of ${ending}`;
  const response = await fresh(url, { method: "HEAD" });
  const got = response.headers.get("Content-Type") ?? "no type";
  const changes = typeOf(ending.slice(1), wanted);
  if (!response.ok) {
    const says = `${url.pathname} answers ${response.status}`;
    return { name, state: "change", says, changes };
  }
  if (isSame(ending, got, wanted)) return passes(name, got);
  const bare = got.split(";")[0];
  const stops = STRICT.has(ending) || bare === "text/html";
  const says = `${url.pathname} came as ${got}; takes ${wanted}`;
  return { name, state: stops ? "change" : "better", says, changes };
}

/**
 * @param {string} ending
 * @param {string} got
 * @param {string} wanted
 */
function isSame(ending, got, wanted) {
  if (ending === ".wasm") return got === wanted; // browsers take no addition to it
  const [bare, asked] = [got, wanted].map((type) => (type.split(";")[0] ?? "").trim());
  return bare === asked || (JAVASCRIPT.has(bare ?? "") && JAVASCRIPT.has(asked ?? ""));
}

/** @returns {Promise<Found[]>} */
export async function compression() {
  const name = "Compression";
  const { files } = await held();
  const kinds = new Map(
    Object.keys(files)
      .filter((file) => PACKABLE.test(file) && !file.includes("/"))
      .concat("runtime/pyodide.asm.wasm", "runtime/pyodide.asm.mjs", "runtime/python_stdlib.zip")
      .map((file) => [endingOf(file), new URL(file, ASSETS)]),
  ).set(".html", ROOT);
  const plain = [];
  for (const [ending, url] of kinds) {
    const response = await fresh(url);
    const { byteLength } = await response.arrayBuffer();
    if (!response.headers.get("Content-Encoding") && byteLength > WORTH_PACKING) plain.push(ending);
  }
  if (plain.length === 0) return [passes(name, "files come packed")];
  const says = `${plain.sort().join(", ")} come unpacked: the calculator takes several times as long to come`;
  return [{ name, state: "better", says, changes: packed() }];
}
