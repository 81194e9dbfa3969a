// Tables whose column heads sort, and the filter above one. Without this the table reads as built.

/**
 * What a cell sorts by.
 * @param {HTMLTableRowElement} row
 * @param {number} column
 * @param {boolean} numeric
 */
function key(row, column, numeric) {
  const words = row.cells[column]?.textContent?.trim() ?? "";
  if (!numeric) return words;
  const figure = Number(words.replace("−", "-").replace(/[^\d.-]/g, ""));
  return /\d/.test(words) ? figure : Number.NEGATIVE_INFINITY;
}

/**
 * Sort the rows by one column; rows that are equal keep their order.
 * @param {HTMLTableElement} table
 * @param {HTMLTableCellElement} head
 */
function sort(table, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  const numeric = head.dataset.sort === "number";
  for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  if (!body) return;
  const keyed = [...body.rows].map((row) => ({ row, by: key(row, head.cellIndex, numeric) }));
  const order = new Intl.Collator("en", { numeric: true });
  keyed.sort((one, other) => {
    const before =
      typeof one.by === "number" && typeof other.by === "number"
        ? one.by - other.by || 0
        : order.compare(String(one.by), String(other.by));
    return down ? -before : before;
  });
  body.append(...keyed.map(({ row }) => row));
}

/**
 * Make a head's words a button.
 * @param {HTMLTableElement} table
 * @param {HTMLTableCellElement} head
 */
function makeButton(table, head) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sort";
  button.append(...head.childNodes);
  button.addEventListener("click", () => sort(table, head));
  head.append(button);
}

/**
 * Show only the rows that hold the words and are of every kind asked for.
 * @param {HTMLElement} filter
 */
function startFilter(filter) {
  const table = document.getElementById(filter.dataset.filters ?? "");
  const text = /** @type {HTMLInputElement} */ (filter.querySelector("[data-filter=text]"));
  const kinds = /** @type {HTMLSelectElement[]} */ ([
    ...filter.querySelectorAll("select[data-filter]"),
  ]);
  const status = filter.querySelector("[role=status]");
  if (!(table instanceof HTMLTableElement) || !status) return;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const apply = () => {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const held = row.textContent?.toLowerCase() ?? "";
      const other = kinds.some(
        (kind) => kind.value && kind.value !== row.dataset[kind.dataset.filter ?? ""],
      );
      row.hidden = other || !words.every((word) => held.includes(word));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} shown`;
  };
  filter.addEventListener("input", apply);
  filter.hidden = false;
}

for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (
  document.querySelectorAll("table[data-sortable]")
)) {
  for (const head of /** @type {NodeListOf<HTMLTableCellElement>} */ (
    table.querySelectorAll("th[data-sort]")
  )) {
    makeButton(table, head);
  }
}
for (const filter of /** @type {NodeListOf<HTMLElement>} */ (
  document.querySelectorAll("[data-filters]")
))
  startFilter(filter);
