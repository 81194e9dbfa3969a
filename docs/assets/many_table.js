/** A long list as a table of a hundred rows at a time; every cell is text. */

import { find } from "./find.js";

const A_PAGE = 100;

/**
 * @template Item
 */
export class PagedTable {
  /**
   * @param {HTMLElement} root has a table and a pager
   * @param {(item: Item) => HTMLTableRowElement} row
   */
  constructor(root, row) {
    this.row = row;
    this.body = find(root, "tbody", HTMLTableSectionElement);
    this.where = find(root, ".where", HTMLElement);
    this.before = find(root, ".before", HTMLButtonElement);
    this.after = find(root, ".after", HTMLButtonElement);
    /** @type {Item[]} */
    this.items = [];
    this.page = 0;
    this.before.addEventListener("click", () => this.turn(-1));
    this.after.addEventListener("click", () => this.turn(1));
  }

  /** @param {Item[]} items all that there are */
  show(items) {
    this.items = items;
    this.page = 0;
    this.body.replaceChildren();
    this.fill();
  }

  /** @param {Item[]} items further ones */
  add(items) {
    for (const item of items) this.items.push(item);
    this.fill();
  }

  /** @param {number} by pages */
  turn(by) {
    this.page += by;
    this.body.replaceChildren();
    this.fill();
    // The button that was pressed may be gone.
    const pressed = by < 0 ? this.before : this.after;
    if (pressed.hidden) (by < 0 ? this.after : this.before).focus();
  }

  /** Put in what the page lacks, and say where it stands. */
  fill() {
    const first = this.page * A_PAGE;
    const missing = this.items.slice(first + this.body.rows.length, first + A_PAGE);
    this.body.append(...missing.map(this.row));
    const last = first + this.body.rows.length;
    const [from, to, all] = [first + 1, last, this.items.length].map((n) => n.toLocaleString("en"));
    this.where.textContent = last ? `${from} to ${to} of ${all}` : "None";
    this.before.hidden = this.page === 0;
    this.after.hidden = last >= this.items.length;
  }
}

/**
 * @param {(string | Node)[]} cells
 * @param {(column: number) => boolean} isNumber
 * @returns {HTMLTableRowElement} the first cell is the row's head
 */
export function tableRow(cells, isNumber) {
  const row = document.createElement("tr");
  cells.forEach((content, column) => {
    const cell = document.createElement(column ? "td" : "th");
    if (!column) cell.scope = "row";
    if (isNumber(column)) cell.className = "number";
    cell.append(content);
    row.append(cell);
  });
  return row;
}

/**
 * @param {string} amount dollars as Python writes them: -1234.50
 * @returns {string} as tables show them: −1,234.50
 */
export function shownAmount(amount) {
  return amount.replace(/^-/, "−").replace(/\d(?=(\d{3})+\.)/g, "$&,");
}
