// Whether a diagnosis could be billed on a day the reader names; without this the tables say it.

import { today } from "./clock.js";

/**
 * What the periods say of a day.
 * @param {string} periods as `from/to/yes` or `from/to/no`, a semicolon between
 * @param {string} day
 */
function state(periods, day) {
  for (const period of periods.split(";")) {
    const [from = "", to = "", billable] = period.split("/");
    if (from <= day && day <= to) return billable === "yes" ? "billable" : "not billable";
  }
  return "not held";
}

/**
 * Say in a sentence what holds on the day.
 * @param {HTMLInputElement} field
 */
function answer(field) {
  const says = field.closest("p")?.querySelector(".says");
  const { code, periods } = field.dataset;
  if (!says || !code || !periods) return;
  const found = state(periods, field.value);
  const words = {
    billable: `${code} is billable on ${field.value}.`,
    "not billable": `${code} is not billable on ${field.value}.`,
    "not held": `Nothing is held here of ${code} on ${field.value}. Look it up before you bill it.`,
  };
  says.textContent = field.value ? words[found] : "";
}

/**
 * Fill the column of a table for the day.
 * @param {HTMLInputElement} field
 * @param {HTMLElement} table
 */
function fill(field, table) {
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (
    table.querySelectorAll("td[data-periods]")
  )) {
    cell.dataset.built ??= cell.textContent ?? "";
    const { periods, built } = cell.dataset;
    cell.textContent = field.value && periods ? state(periods, field.value) : built;
  }
}

for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (
  document.querySelectorAll("input[data-day]")
)) {
  const table = document.getElementById(field.dataset.table ?? "");
  const apply = () => (table ? fill(field, table) : answer(field));
  if (!table) field.value = today();
  field.addEventListener("input", apply);
  apply();
  const line = field.closest("p");
  if (line) line.hidden = false;
}
