/**
 * On a code's page: the price in the reader's own locality, in a sentence, in the table and in the
 * picture. The prices are those of the table.
 */

import { ownPlace } from "./place.js";

const DOT = /M[^M]+/g;

/**
 * @param {HTMLTableElement} table
 * @param {HTMLElement} sentence
 */
function show(table, sentence) {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const own = rows.find((row) => row.querySelector(".key")?.textContent === ownPlace());
  if (!own) return;
  own.setAttribute("aria-current", "true");
  const years = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent ?? "");
  const prices = [...own.cells]
    .map((cell, place) => ({ year: years[place]?.trim() ?? "", price: cell.textContent ?? "" }))
    .filter(({ year, price }) => /^\d{4}$/.test(year) && /\d/.test(price));
  const listed = prices.map(({ year, price }) => `$${price} in ${year}`).reverse();
  sentence.textContent = `Your locality, ${own.cells[0]?.textContent}: ${listed.join(", ")}. It is the ringed dot and the marked row. `;
  for (const { year } of prices) ring(year, rows, own, years);
}

/**
 * Draw the reader's dot over the others of a year: the dots stand in the order of the table.
 * @param {string} year
 * @param {HTMLTableRowElement[]} rows
 * @param {HTMLTableRowElement} own
 * @param {string[]} years
 */
function ring(year, rows, own, years) {
  const column = years.indexOf(year);
  const priced = rows.filter((row) => /\d/.test(row.cells[column]?.textContent ?? ""));
  const place = priced.indexOf(own);
  for (const strip of document.querySelectorAll(`.strips svg[data-year="${year}"]`)) {
    const dots = strip.querySelector("path.dots");
    const dot = dots?.getAttribute("d")?.match(DOT)?.[place];
    if (!dots || !dot) continue;
    for (const kind of ["own-ring", "own"]) {
      const path = document.createElementNS(dots.namespaceURI, "path");
      path.setAttribute("class", `dots ${kind}`);
      path.setAttribute("d", dot);
      dots.parentElement?.append(path);
    }
  }
}

const table = document.getElementById("localities");
const sentence = document.querySelector(".own-price");
if (table instanceof HTMLTableElement && sentence instanceof HTMLElement) show(table, sentence);
