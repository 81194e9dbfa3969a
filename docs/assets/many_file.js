/** A file in slices of text, read as a stream: never the whole of it at once. */

import { save } from "./save.js";

/** The file holds bytes that are no UTF-8. */
export class NotText extends Error {}

/**
 * @param {Blob} file
 * @param {number} size bytes a slice
 * @returns {AsyncGenerator<{ text: string, first: boolean, last: boolean }>}
 * @throws {NotText}
 */
export async function* slices(file, size) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at === 0 || at < file.size; at += size) {
    const bytes = await file.slice(at, at + size).arrayBuffer();
    const last = at + size >= file.size;
    yield { text: decoded(decoder, bytes, last), first: at === 0, last };
  }
}

/**
 * @param {TextDecoder} decoder
 * @param {ArrayBuffer} bytes
 * @param {boolean} last whether half a character may no longer become a whole one
 */
function decoded(decoder, bytes, last) {
  try {
    return decoder.decode(bytes, { stream: !last });
  } catch {
    throw new NotText();
  }
}

/**
 * @param {string} name
 * @param {string[]} records as Python writes them
 */
export function saveCsv(name, records) {
  // The mark tells spreadsheets that it is UTF-8.
  save(`\ufeff${records.join("")}`, name, "text/csv");
}
