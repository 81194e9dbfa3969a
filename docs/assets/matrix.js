/**
 * The matrix of edits for keys and pointers: one tab stop, arrows move, Enter and a click ask about
 * the pair. Without this it is a picture, and the table below it holds the same.
 */

/** @typedef {{ row: number, column: number }} Place */

const WORDS = new Map([
  ["1", "edit, indicator 1, a modifier opens it"],
  ["0", "edit, indicator 0, never both"],
  ["o", "edit, indicator 1, last seen in an older quarter"],
  ["x", "edit, indicator 0, last seen in an older quarter"],
  [".", "no active edit in this order"],
  ["?", "not in our data"],
  [" ", "the same code"],
]);
const BORDER = 1;

class Matrix {
  /** @param {HTMLElement} figure */
  constructor(figure) {
    const { cells = "", codes = "", places = "", geometry = "" } = figure.dataset;
    this.figure = figure;
    this.cells = cells;
    this.codes = codes.split(" ");
    this.places = places.split(" ").map(Number);
    const [left = 0, top = 0, size = 0] = geometry.split(" ").map(Number);
    this.left = left;
    this.top = top;
    this.size = size;
    this.canvas = /** @type {HTMLElement} */ (figure.querySelector(".matrix-canvas"));
    this.bands = [band("across"), band("down")];
    this.says = document.createElement("p");
    this.says.className = "matrix-says note";
    this.says.ariaHidden = "true"; // the cell's own name says it
    this.grid = this.makeGrid();
    this.prepare();
    /** @type {Place} */
    this.active = { row: this.codes.indexOf("97150"), column: this.codes.indexOf("97530") };
    this.put(this.active);
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    this.canvas.addEventListener("pointermove", (event) =>
      this.show(this.at(event) ?? this.active),
    );
    this.canvas.addEventListener("pointerleave", () => this.show(this.active));
    this.canvas.addEventListener("click", (event) => {
      const place = this.at(event);
      if (!place) return;
      this.put(place);
      this.cell?.focus({ preventScroll: true });
      this.pick();
    });
  }

  /** The picture gives its name and its tab stop to the grid. */
  prepare() {
    const picture = this.canvas.querySelector("svg");
    picture?.removeAttribute("role");
    picture?.removeAttribute("aria-label");
    picture?.setAttribute("aria-hidden", "true");
    const scroller = this.canvas.parentElement;
    for (const name of ["tabindex", "role", "aria-label"]) scroller?.removeAttribute(name);
    this.canvas.prepend(...this.bands);
    this.canvas.append(this.grid);
    scroller?.before(this.says);
  }

  makeGrid() {
    const grid = document.createElement("div");
    const count = String(this.codes.length + 1);
    grid.role = "grid";
    grid.ariaLabel = "Edits of the family";
    grid.ariaRowCount = count;
    grid.ariaColCount = count;
    return grid;
  }

  /** @returns {HTMLElement | null} */
  get cell() {
    return this.grid.querySelector("[role=gridcell]");
  }

  /**
   * Only the cell that keys are on is there: thousands would slow the page and help nobody.
   * @param {Place} place
   */
  put(place) {
    this.active = place;
    const hadFocus = this.cell === document.activeElement && this.cell !== null;
    const row = document.createElement("div");
    row.role = "row";
    row.ariaRowIndex = String(place.row + 2);
    const head = document.createElement("span");
    head.role = "rowheader";
    head.ariaColIndex = "1";
    head.className = "unseen";
    head.textContent = this.codes[place.row] ?? "";
    const cell = document.createElement("div");
    cell.role = "gridcell";
    cell.className = "matrix-cell";
    cell.tabIndex = 0;
    cell.ariaColIndex = String(place.column + 2);
    cell.ariaLabel = this.words(place);
    cell.style.left = `${this.left + this.place(place.column) - BORDER}px`;
    cell.style.top = `${this.top + this.place(place.row) - BORDER}px`;
    row.append(head, cell);
    this.grid.replaceChildren(row);
    this.show(place);
    if (hadFocus) {
      cell.focus({ preventScroll: true });
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  /** @param {Place} place */
  show(place) {
    const [across, down] = this.bands;
    if (across) across.style.top = `${this.top + this.place(place.row)}px`;
    if (down) down.style.left = `${this.left + this.place(place.column)}px`;
    this.says.textContent = this.words(place);
  }

  /** @param {Place} place */
  words({ row, column }) {
    const [one, two] = [this.codes[row], this.codes[column]];
    const letter = this.cells[row * this.codes.length + column] ?? " ";
    const turned = this.cells[column * this.codes.length + row] ?? " ";
    const other =
      letter === "." && turned !== "." ? `; ${two} in column one: ${WORDS.get(turned)}` : "";
    return `${one} column one, ${two} column two: ${WORDS.get(letter)}${other}`;
  }

  /** @param {number} number */
  place(number) {
    return this.places[number] ?? 0;
  }

  /**
   * @param {MouseEvent} event
   * @returns {Place | undefined} the cell under the pointer
   */
  at(event) {
    const box = this.canvas.getBoundingClientRect();
    const row = this.find(event.clientY - box.top - this.top);
    const column = this.find(event.clientX - box.left - this.left);
    return row < 0 || column < 0 ? undefined : { row, column };
  }

  /** @param {number} at */
  find(at) {
    return this.places.findIndex((place) => at >= place && at < place + this.size);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { row, column } = this.active;
    const last = this.codes.length - 1;
    /** @type {Record<string, Place>} */
    const moves = {
      ArrowUp: { row: Math.max(0, row - 1), column },
      ArrowDown: { row: Math.min(last, row + 1), column },
      ArrowLeft: { row, column: Math.max(0, column - 1) },
      ArrowRight: { row, column: Math.min(last, column + 1) },
      Home: { row: event.ctrlKey ? 0 : row, column: 0 },
      End: { row: event.ctrlKey ? last : row, column: last },
    };
    const move = moves[event.key];
    if (move) this.put(move);
    else if (event.key === "Enter" || event.key === " ") this.pick();
    else return;
    event.preventDefault();
  }

  pick() {
    const { row, column } = this.active;
    const detail = {
      first: this.codes[row],
      second: this.codes[column],
      setting: this.figure.dataset.setting,
    };
    document.dispatchEvent(new CustomEvent("pair-picked", { detail }));
  }
}

/** @param {string} direction */
function band(direction) {
  const made = document.createElement("div");
  made.className = `matrix-band ${direction}`;
  return made;
}

const figures = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".edit-matrix")]);
for (const figure of figures) new Matrix(figure);

const setting = document.querySelector(".exclusions #setting");
if (setting instanceof HTMLSelectElement) {
  const choose = () => {
    for (const figure of figures) figure.hidden = figure.dataset.setting !== setting.value;
  };
  setting.addEventListener("change", choose);
  choose();
}
