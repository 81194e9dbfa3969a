/** What came of a file so far: totals, a compact row a visit, the bad rows, and their downloads. */

import { find } from "./find.js";
import { toHash } from "./link.js";
import { saveCsv } from "./many_file.js";
import { PagedTable, shownAmount, tableRow } from "./many_table.js";

/**
 * @typedef {{ cells: string[], marks: string[], record: string, question: string, bad: Bad[] }} Visit
 */
/** @typedef {{ line: number, says: string, record: string }} Bad */
/** @typedef {{ results: Visit[], totals: string[][] }} Slice */

const RESULT = 3; // among the cells of a visit
const AMOUNTS = [5, 7, 8];
const NUMBERS = [4, ...AMOUNTS, 6];
const AMOUNTS_OF_TOTALS = [2, 3, 4];

export class Results {
  /**
   * @param {HTMLElement} root
   * @param {{ results: string, bad: string }} heads of the two downloads
   */
  constructor(root, heads) {
    this.outcome = find(root, ".many-outcome", HTMLElement);
    this.totals = find(root, "table.totals tbody", HTMLTableSectionElement);
    this.filter = find(root, "#many-show", HTMLSelectElement);
    this.badPart = find(root, ".bad-rows", HTMLElement);
    /** @type {PagedTable<Visit>} */
    this.table = new PagedTable(find(root, ".visits", HTMLElement), (visit) =>
      visitRow(visit, root.dataset.root ?? ""),
    );
    /** @type {PagedTable<Bad>} */
    this.badTable = new PagedTable(this.badPart, ({ line, says }) =>
      tableRow([String(line), says], () => false),
    );
    this.begin();
    this.filter.addEventListener("change", () => this.table.show(this.visits.filter(this.fits)));
    find(root, ".save-results", HTMLButtonElement).addEventListener("click", () =>
      saveCsv("results.csv", [heads.results, ...this.visits.map(({ record }) => record)]),
    );
    find(root, ".save-bad", HTMLButtonElement).addEventListener("click", () =>
      saveCsv("bad-rows.csv", [heads.bad, ...this.bad.map(({ record }) => record)]),
    );
  }

  begin() {
    /** @type {Visit[]} */
    this.visits = [];
    /** @type {Bad[]} */
    this.bad = [];
    /** @type {string} */
    this.keys = ""; // what the filter offers
    this.filter.length = 1;
    this.table.show([]);
    this.badTable.show([]);
    this.badPart.hidden = true;
  }

  /** @type {(visit: Visit) => boolean} */
  fits = ({ cells, marks }) => {
    const wanted = this.filter.value;
    return !wanted || cells[RESULT] === wanted || marks.includes(wanted);
  };

  /** @param {Slice} slice */
  add({ results, totals }) {
    this.outcome.hidden = false;
    for (const visit of results) {
      for (const bad of visit.bad) this.bad.push(bad);
      this.visits.push(visit);
    }
    this.table.add(results.filter(this.fits));
    this.badTable.add(results.flatMap(({ bad }) => bad.filter(({ says }) => says)));
    this.badPart.hidden = this.bad.length === 0;
    this.totals.replaceChildren(...totals.map(totalsRow));
    this.offer(totals);
  }

  /** @param {string[][]} totals the filter offers what they count */
  offer(totals) {
    /** @type {string} */
    const counted = totals.map(([key]) => key).join();
    if (counted === this.keys) return;
    this.keys = counted;
    const { value } = this.filter;
    const options = totals.flatMap(([key, words]) => (key ? [new Option(words, key)] : []));
    this.filter.length = 1;
    this.filter.append(...options);
    this.filter.value = value;
  }
}

/** @param {string[]} sum key, words, and its figures */
function totalsRow([, ...cells]) {
  const shown = cells.map((cell, at) =>
    AMOUNTS_OF_TOTALS.includes(at) ? shownAmount(cell) : cell,
  );
  return tableRow(shown, (column) => column > 0);
}

/**
 * @param {Visit} visit
 * @param {string} root
 */
function visitRow({ cells, question }, root) {
  const [name = "", ...rest] = cells.map((cell, at) =>
    AMOUNTS.includes(at) ? shownAmount(cell) : cell,
  );
  const first = question ? linkTo(name, question, root) : name;
  return tableRow([first, ...rest], (column) => NUMBERS.includes(column));
}

/**
 * @param {string} name
 * @param {string} question a visit, or one with what was billed
 * @param {string} root
 */
function linkTo(name, question, root) {
  const link = document.createElement("a");
  const isAudit = question.startsWith('{"visit":');
  const place = isAudit ? "calculator/audit/" : "calculator/";
  link.href = `${root}${place}${toHash(question, isAudit ? "#a=" : "#v=")}`;
  // Beside, and not in its place: the results live in this page alone.
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = name;
  return link;
}
